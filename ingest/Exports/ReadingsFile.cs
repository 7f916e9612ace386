using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>Figures that others measured: scores of surveys, costs of accounts.</summary>
internal static class ReadingsFile
{
    public static readonly Shape Shape = new(Names.Readings)
    {
        Columns = ["figure", "account_id", "engagement_id", "person_id", "value", "as_of"],
        Vital = ["figure", "value", "as_of"],
    };

    public static Func<Row, Reading> Parser(Header header)
    {
        Column figure = header["figure"], account = header["account_id"], engagement = header["engagement_id"], person = header["person_id"];
        Column value = header["value"], asOf = header["as_of"];
        return row =>
        {
            row.Needs(value, "every row needs one");
            return new Reading(row.Kind(figure, WordKind.Figure), row.Number(value) ?? 0, row.NamedDayNeeded(asOf))
            {
                Account = row.Account(account, engagement),
                Engagement = row.Engagement,
                Person = row.Person(person),
            };
        };
    }
}
