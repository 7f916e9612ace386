using System.Collections.Immutable;
using Azure.Data.Tables;
using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Tables;

/// <summary>Counts by verdict, a column each, named as the verdict without its space.</summary>
internal static class VerdictCounts
{
    private static readonly string[] Names = [.. Verdicts.Names.Select(n => n.Replace(" ", "", StringComparison.Ordinal))];

    public static void Put(this TableEntity row, ImmutableArray<int> counts)
    {
        for (int i = 0; i < Names.Length; i++)
            row[Names[i]] = counts[i];
    }

    public static ImmutableArray<int> Read(TableEntity row) => [.. Names.Select(row.Number)];
}
