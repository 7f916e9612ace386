namespace Plumbline.Functions.Results;

/// <summary>The tables that are served, for whoever asks which there are.</summary>
/// <param name="Version">The version of the columns, as each answer says in its header <c>api-version</c>.</param>
public sealed record ResultList(int Version, IEnumerable<ListedTable> Tables)
{
    public static ResultList All { get; } =
        new(ResultTable.Version, [.. ResultTables.All.Select(t => new ListedTable(t.Name, ResultRequest.Parameters(t), t.Columns))]);
}

/// <summary>A table of the list.</summary>
/// <param name="Parameters">Those of the query that it takes.</param>
public sealed record ListedTable(string Name, IEnumerable<string> Parameters, IEnumerable<ResultColumn> Columns);
