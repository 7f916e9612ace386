using System.Globalization;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>What a reader must know of the files before the findings: on standard error, each thing once.</summary>
internal static class Report
{
    /// <summary>So many kinds of fault of a file are shown; the rest are counted.</summary>
    private const int Shown = 20;

    private static readonly HashSet<string> RegisterFiles = [Sources.Accounts, Sources.Engagements, Sources.People, Sources.Contacts];

    /// <summary>Measures none of whose own files are there: nobody exports them here, so that they are said once and not held against the folder.</summary>
    public static IReadOnlySet<string> Unwatched(Policy policy, Snapshot snapshot) => policy.Measures
        .Where(m => Own(m, policy).Any() && Own(m, policy).All(source => IsMissing(snapshot, source)))
        .Select(m => m.Id).ToHashSet();

    public static void Write(Snapshot snapshot, Policy policy, IReadOnlySet<string> unwatched, TextWriter error)
    {
        // A column that no measure needs may be missing, and nothing is said of it.
        var needed = policy.Measures.SelectMany(m => m.Needs).SelectMany(n => n.Columns.Select(column => (n.Source, column))).ToHashSet();
        if (unwatched.Count > 0)
            error.WriteLine($"Not watched, for want of their files: {string.Join(", ", unwatched.Order(StringComparer.Ordinal))}.");
        foreach (SourceReading reading in snapshot.Readings.Values.OrderBy(r => r.Source, StringComparer.Ordinal))
            Write(reading, needed, error);
    }

    private static IEnumerable<string> Own(Measure measure, Policy policy) =>
        measure.Needs.SelectMany(n => n.Or is { } other && policy.MayHold(other, n) ? [n.Source, other] : new[] { n.Source }).Where(s => !RegisterFiles.Contains(s));

    private static bool IsMissing(Snapshot snapshot, string source) =>
        !snapshot.Readings.TryGetValue(source, out SourceReading? reading) || reading.State == ReadingState.Missing;

    private static void Write(SourceReading reading, HashSet<(string Source, string Column)> needed, TextWriter error)
    {
        if (reading.State is ReadingState.Refused or ReadingState.Empty)
            error.WriteLine(reading.Why);
        foreach (var (_, lacking) in reading.LackingColumns.Where(c => needed.Contains((reading.Source, c.Key))).OrderBy(c => c.Key, StringComparer.Ordinal))
            error.WriteLine(lacking);
        string[] faults = [.. FaultLines.Of(reading.Faults.Where(f => !f.IsUnknownWord))];
        foreach (string fault in faults.Take(Shown))
            error.WriteLine(fault);
        if (faults.Length > Shown)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reading.Source}: {faults.Length - Shown:N0} more kinds of fault."));
        if (reading.Unmatched.Rows > 0)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{reading.Source}: {(reading.Unmatched.Rows == 1 ? "1 row names" : $"{reading.Unmatched.Rows} rows name")} {(reading.Unmatched.OfPeople > 0 ? "accounts, engagements or people" : "accounts or engagements")} that the register does not know{Amounts(reading.Unmatched)}."));
        foreach (string unknown in reading.UnknownIds)
            error.WriteLine(unknown);
        foreach (string note in reading.Notes)
            error.WriteLine(note);
    }

    private static string Amounts(Unmatched unmatched) => unmatched.Amounts.IsEmpty ? "" : $" ({string.Join(", ", unmatched.Amounts)})";
}
