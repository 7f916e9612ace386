using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Tables;
using Quoted = Plumbline.Ingest.Csv.Quoted;

namespace Plumbline.Functions.Results;

/// <summary>Which rows of a table the parameters of a request ask for, as the table service reads it.</summary>
internal static class ResultFilter
{
    // The table service knows no earlier instant.
    private static readonly Instant Earliest = Instant.FromUtc(1601, 1, 1, 0, 0);

    /// <summary>Null for all that the table has.</summary>
    /// <exception cref="RefusedException">A parameter does not go with the table, or its value is none that it takes.</exception>
    public static string? Of(ResultTable table, Query query) => Rows.And(
        table.Name == TableNames.Alerts ? Rows.Alerts : null,
        query["account"] is { } account ? OfAccount(table, Keys.Escape(account)) : null,
        query["since"] is { } since ? Since(table, since) : null,
        ColumnFilter.OfWord("verdict", query["verdict"], Verdicts.Names),
        ColumnFilter.OfWord("severity", query["severity"], SeverityNames.All),
        ColumnFilter.OfMeasure(query["measure"]),
        ColumnFilter.OfId("owner", query["owner"]));

    private static string OfAccount(ResultTable table, string account)
    {
        if (!table.IsByAccount)
            throw Refused("account_not_taken", $"The table {table.Name} is not kept by account.");
        return table.Name == TableNames.Accounts ? Rows.Row(AccountRow.Partition, account) : Rows.Partition(account);
    }

    private static string Since(ResultTable table, string since)
    {
        // Where rows are deleted, or change without an instant of their own, a reader of the changes would keep what no longer holds.
        if (table.Instant is not { } column)
        {
            string others = string.Join(", ", ResultTables.All.Where(t => t.Instant is not null).Select(t => t.Name));
            throw Refused("since_not_taken",
                $"The rows that are deleted from the table {table.Name} would be missed; read all of it. Tables that take since: {others}.");
        }
        return ColumnFilter.From(column, Parse(since)
            ?? throw Refused("wrong_since",
                $"{Quoted.Value(since)} is not an instant in UTC; expected e.g. '2026-09-07T08:30:00Z' or '2026-09-07'."));
    }

    private static Instant? Parse(string text)
    {
        ParseResult<Instant> instant = InstantPattern.ExtendedIso.Parse(text);
        ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(text);
        Instant? midnight = day.Success ? day.Value.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() : null;
        Instant? read = instant.Success ? instant.Value : midnight;
        return read < Earliest ? null : read;
    }

    private static RefusedException Refused(string code, string detail) => new(StatusCodes.Status400BadRequest, code, detail);
}
