using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using Plumbline.Functions.Tables;
using Quoted = Plumbline.Ingest.Csv.Quoted;

namespace Plumbline.Functions.Results;

/// <summary>What is asked of a table: which rows, and in which form.</summary>
public sealed record ResultRequest(ResultTable Table, bool Csv)
{
    /// <summary>The table service gives no more at once.</summary>
    public const int LargestPage = 1_000;

    private static readonly string[] OfEveryTable = ["account", "format", "since", "top", "continue"];

    /// <summary>How the answer is compressed; null where it is not.</summary>
    internal string? Coding { get; private init; }

    /// <summary>The rows asked for; null for all that the table has.</summary>
    internal string? Filter { get; private init; }

    /// <summary>How many rows at most; null for all of them in one answer.</summary>
    internal int? Top { get; private init; }

    /// <summary>Where the page before this one ended; null at the beginning.</summary>
    internal string? Position { get; private init; }

    public static IEnumerable<string> Parameters(ResultTable table) =>
        OfEveryTable.Where(p => p switch { "account" => table.IsByAccount, "since" => table.Instant is not null, _ => true })
            .Concat(table.Filters);

    public static ResultRequest Of(string name, HttpRequest request)
    {
        ResultTable table = ResultTables.Find(name)
            ?? throw new RefusedException(404, "no_such_table", $"Unknown table. Available: {string.Join(", ", TableNames.Results)}.");
        Query query = Query.Of(request, [.. OfEveryTable, .. table.Filters]);
        string? filter = ResultFilter.Of(table, query);
        string? after = query["continue"];
        return new(table, IsCsv(query["format"], request.GetTypedHeaders()))
        {
            Coding = ContentCoding.Of(request),
            Filter = filter,
            Top = TopOf(query["top"]) ?? (after is null ? null : LargestPage),
            Position = after is null ? null : Continuation.Read(after, table.Name, filter),
        };
    }

    private static int? TopOf(string? top) => top switch
    {
        null => null,
        _ when int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows is > 0 and <= LargestPage => rows,
        _ => throw new RefusedException(400, "wrong_top", string.Create(CultureInfo.InvariantCulture,
            $"{Quoted.Value(top)} is not a number of rows; expected a whole number from 1 to {LargestPage}.")),
    };

    private static bool IsCsv(string? format, RequestHeaders headers) => format switch
    {
        "csv" => true,
        "json" => false,
        null => headers.Accept.Where(a => a.Quality != 0).OrderByDescending(a => a.Quality ?? 1).FirstOrDefault(IsKnown) is { } best
            && best.Type.Equals("text", StringComparison.OrdinalIgnoreCase),
        _ => throw new RefusedException(400, "unknown_format", "The format is csv or json."),
    };

    private static bool IsKnown(MediaTypeHeaderValue accepted) =>
        accepted.MediaType.Value?.ToUpperInvariant() is "TEXT/CSV" or "TEXT/*" or "APPLICATION/JSON" or "APPLICATION/*" or "*/*";
}
