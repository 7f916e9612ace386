using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Plumbline.Functions.Tables;
using Quoted = Plumbline.Ingest.Csv.Quoted;

namespace Plumbline.Functions.Results;

/// <summary>Filters for rows by what one column says; null where nothing is asked for.</summary>
internal static class ColumnFilter
{
    private const int LongestId = 256;

    /// <summary>By a column that holds an id: what nobody is called by finds nothing.</summary>
    public static string? OfId(string column, string? id) => id is null ? null : Of(column, id.Length <= LongestId ? id : Keys.Escape(id));

    /// <summary>By the id of a measure, which needs no escape. What does is no measure's, and escaped it is not too long to ask for.</summary>
    public static string? OfMeasure(string? measure) => measure is null ? null : Of("measure", Keys.Escape(measure));

    /// <summary>By a column that holds one of a few words.</summary>
    /// <exception cref="RefusedException">The word is none of them.</exception>
    public static string? OfWord(string column, string? word, IReadOnlyList<string> words) => word is null ? null : words.Contains(word) ? Of(column, word)
        : throw new RefusedException(StatusCodes.Status400BadRequest, $"unknown_{column}", $"There is no {column} {Quoted.Value(word)}. There are {string.Join(", ", words)}.");

    /// <summary>By a column with an instant: from then on.</summary>
    public static string From(string column, Instant since) => $"{column} ge {TableClient.CreateQueryFilter($"{since.ToDateTimeOffset()}")}";

    private static string Of(string column, string value) => $"{column} eq {TableClient.CreateQueryFilter($"{value}")}";
}
