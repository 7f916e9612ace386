using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>Activities that measures ask for and that nothing in the folder can hold: there are only calendars, and the policy recognises no such meeting in them.</summary>
internal static class UnheardActivities
{
    public static void Write(Policy policy, Snapshot snapshot, TextWriter error)
    {
        if (!IsThere(Sources.Calendars, snapshot) || IsThere(Sources.Activities, snapshot))
            return;
        string[] meetings = [.. policy.Meetings.Select(m => m.Kind)];
        string[] unheard = [.. policy.Measures.SelectMany(m => m.Needs).Where(n => n.Source == Sources.Activities).SelectMany(n => n.Kinds).Distinct().Except(meetings).Order(StringComparer.Ordinal)];
        if (unheard.Length > 0)
            error.WriteLine($"Not to be found in calendars, for 'meetings' in measures.yaml does not recognise them and activities.csv is not there: {string.Join(", ", unheard.Select(k => k + Judged.Meant(k, meetings)))}.");
    }

    private static bool IsThere(string source, Snapshot snapshot) => snapshot.Readings.TryGetValue(source, out SourceReading? reading) && reading.State != ReadingState.Missing;
}
