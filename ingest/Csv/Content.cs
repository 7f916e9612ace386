using System.Globalization;
using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Csv;

/// <summary>One file, read: the reading, its facts, and what its lost rows name.</summary>
internal sealed record Content<T>(SourceReading Reading, IReadOnlyList<T> Facts, IReadOnlyList<Named> Lost);

/// <summary>How many rows that name nothing a file may have before none of it is believed (law 1d).</summary>
internal static class Tolerate
{
    public static void Nameless(string source, FaultLog faults, int rows)
    {
        int most = Math.Max(20, rows / 200);
        if (faults.Nameless > most)
            throw new ContentRefused(string.Create(CultureInfo.InvariantCulture,
                $"{source}: {faults.Nameless:N0} of {rows:N0} rows cannot be used and do not say whose they are, more than the {most:N0} that are borne; the first: {faults.InOrder().First(f => f is { RowLost: true, Names.Nothing: true }).Message}"));
    }
}
