using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>The day judged, and as of which day each file stood.</summary>
/// <param name="Exports">The one day that was given for all files; null to go by when each was last modified.</param>
internal sealed record JudgedDay(LocalDate Today, LocalDate? Exports)
{
    /// <summary>The days that the command asks for; null, with an error, when they contradict each other or the policy has faults.</summary>
    /// <param name="reading">Waited for only where no day was asked for, or one is wrong: the files need not wait for the policy.</param>
    public static JudgedDay? For(Asked asked, Task<Policy[]?> reading, TextWriter error)
    {
        if (asked.AsOf is { } day)
            return Checked(new(day, asked.ExportsAsOf), reading, error);
        if (reading.GetAwaiter().GetResult() is not [var policy, ..])
            return null;
        LocalDate today = AsOfOption.Today(policy);
        error.WriteLine($"Judged as of {LocalDatePattern.Iso.Format(today)}, today in {policy.Clock.Zone}; --as-of judges another day.");
        return Checked(new(today, asked.ExportsAsOf), reading, error);
    }

    /// <summary>The earlier of the day judged and the day on which the file was last modified: later than that, it says nothing of what happened since.</summary>
    /// <param name="modified">null for a file that could not be read.</param>
    public LocalDate StoodAsOf(Instant? modified, DateTimeZone zone)
    {
        if (Exports is { } given)
            return given;
        // Instants are compared, not days: a file may claim to be of the year 9999, which ends before midnight in some zones.
        return modified is { } at && at < zone.AtStartOfDay(Today.PlusDays(1)).ToInstant() ? at.InZone(zone).Date : Today;
    }

    private static JudgedDay? Checked(JudgedDay day, Task<Policy[]?> reading, TextWriter error)
    {
        if (!(day.Exports > day.Today))
            return day;
        // The policy's faults are written as they are found: this comes after them.
        _ = reading.GetAwaiter().GetResult();
        error.WriteLine($"--exports-as-of: {LocalDatePattern.Iso.Format(day.Exports.Value)} is later than the day judged, {LocalDatePattern.Iso.Format(day.Today)}; give that day or an earlier one.");
        return null;
    }
}
