using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>Opportunities as each system has them.</summary>
internal static class OpportunitiesFile
{
    public static readonly Shape Shape = new(Names.Opportunities)
    {
        Columns = ["system", "opportunity_id", "account_id", "status", "stage", "value", "currency", "updated_on"],
        Key = ["system", "opportunity_id"],
        Lenient = ["updated_on"],
        KeepsIds = true,
    };

    public static Func<Row, Record> Parser(Header header)
    {
        Column system = header["system"], id = header["opportunity_id"], account = header["account_id"], status = header["status"], stage = header["stage"];
        Column value = header["value"], currency = header["currency"], updated = header["updated_on"];
        return row =>
        {
            string money = row.Currency(currency);
            row.IsWorth(row.Amount(value, money), money);
            row.Needs(system, "every row needs one");
            return new Record(row.System(system) ?? "", "opportunity", row.Id(id), Fields(row, stage, status))
            {
                Account = row.Account(account, Column.None),
                Value = row.Worth,
                UpdatedOn = row.Day(updated),
            };
        };
    }

    private static Dictionary<string, string> Fields(Row row, Column stage, Column status)
    {
        Dictionary<string, string> fields = row.Fields(stage);
        if (row.Status(status, WordKind.OpportunityStatus, "open") is { } known)
            fields[status.Name] = known;
        return fields;
    }
}
