using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

/// <summary>All that a snapshot says, as lines that do not depend on the order of anything.</summary>
internal static class Said
{
    public static string By(Snapshot snapshot, bool withLines = true) => string.Join('\n',
    [
        .. Sorted(snapshot.Register.Accounts), .. Sorted(snapshot.Register.Engagements), .. Sorted(snapshot.Register.People.Values), .. Sorted(snapshot.Register.Contacts.Values),
        .. Sorted(snapshot.Items.Select(i => i with { Days = [] } + string.Join(' ', i.Days))),
        .. Sorted(snapshot.Activities.Select(a => a with { Participants = [] } + string.Join(' ', a.Participants))),
        .. Sorted(snapshot.Assignments), .. Sorted(snapshot.Work), .. Sorted(snapshot.Figures),
        .. Sorted(snapshot.Records.Select(r => $"{r.System} {r.Id} {r.Account} {r.Value} {string.Join(' ', r.Fields.OrderBy(f => f.Key))}")),
        .. Sorted(snapshot.Readings.Values.Select(r => Of(r, withLines))),
    ]);

    private static string Of(SourceReading reading, bool withLines)
    {
        IEnumerable<string> faults = reading.Faults.Select(f => withLines ? f.ToString() : $"{f.Column} {f.RowLost} {f.Names}");
        return $"{reading.Source} {reading.State} {reading.Rows} {(withLines ? reading.Why + reading.Hash : "")} lacking {string.Join(' ', Sorted(reading.LackingColumns))} "
            + $"faults {string.Join(' ', withLines ? faults : Sorted(faults))} unmatched {reading.Unmatched.Rows} {string.Join(' ', reading.Unmatched.Amounts)} "
            + $"matched {string.Join(' ', Sorted(reading.Matched))} ids {string.Join(' ', Sorted(reading.Ids ?? new HashSet<string>()))} notes {string.Join(' ', withLines ? reading.Notes.Concat(reading.UnknownIds) : reading.Notes)}";
    }

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> all) => all.Select(a => a?.ToString() ?? "").Order(StringComparer.Ordinal);
}
