using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>What is asked of a table: which, of which account, and in which form.</summary>
public sealed record ResultRequest(string Table, string? Account, bool Csv)
{
    private static readonly HashSet<string> ByAccount = [TableNames.Findings, TableNames.Scores, TableNames.Alerts, TableNames.Transitions, TableNames.Ageing];

    private static readonly string[] Everywhere = ["account", "format"];
    private static readonly string[] OfFindings = [.. Everywhere, "verdict", "severity", "measure", "owner"];

    /// <summary>Of findings alone, as is what follows.</summary>
    public string? Verdict { get; init; }

    public string? Severity { get; init; }

    public string? Measure { get; init; }

    public string? Owner { get; init; }

    public static ResultRequest Of(string table, HttpRequest request)
    {
        if (!TableNames.Results.Contains(table))
            throw new RefusedException(404, "no_such_table", $"There are the tables {string.Join(", ", TableNames.Results)}, and no other.");
        Query query = Query.Of(request, table == TableNames.Findings ? OfFindings : Everywhere);
        return new(table, query["account"], IsCsv(query["format"], request.GetTypedHeaders()))
        {
            Verdict = query["verdict"], Severity = query["severity"], Measure = query["measure"], Owner = query["owner"],
        };
    }

    /// <summary>The rows asked for; null for all that the table has.</summary>
    internal string? Filter => Rows.And(
        Table == TableNames.Alerts ? Rows.Alerts : null, Account is { } account ? Of(Keys.Escape(account)) : null,
        ColumnFilter.OfWord("verdict", Verdict, Verdicts.Names), ColumnFilter.OfWord("severity", Severity, SeverityNames.All),
        ColumnFilter.OfMeasure(Measure), ColumnFilter.OfId("owner", Owner));

    private string Of(string account) => Table switch
    {
        TableNames.Accounts => Rows.Row(AccountRow.Partition, account),
        _ when ByAccount.Contains(Table) => Rows.Partition(account),
        _ => throw new RefusedException(400, "account_not_taken", $"The table {Table} is not kept by account."),
    };

    private static bool IsCsv(string? format, RequestHeaders headers) => format switch
    {
        "csv" => true,
        "json" => false,
        null => headers.Accept.Where(a => a.Quality != 0).OrderByDescending(a => a.Quality ?? 1).FirstOrDefault(IsKnown) is { } best && best.Type.Equals("text", StringComparison.OrdinalIgnoreCase),
        _ => throw new RefusedException(400, "unknown_format", "The format is csv or json."),
    };

    private static bool IsKnown(MediaTypeHeaderValue accepted) =>
        accepted.MediaType.Value?.ToUpperInvariant() is "TEXT/CSV" or "TEXT/*" or "APPLICATION/JSON" or "APPLICATION/*" or "*/*";
}
