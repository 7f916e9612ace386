using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Measures;
using Plumbline.Local.Commands;
using Plumbline.Local.Sample;

namespace Plumbline.Local.Running;

/// <summary>The sample firm's exports of today; written once a day, so that what a reader changes in them stays.</summary>
internal static class SampleExports
{
    /// <returns>Whether they were written now.</returns>
    public static bool Write(HomeFolder home, Policy policy, LocalDate today)
    {
        string wanted = $"{LocalDatePattern.Iso.Format(today)} {SampleFirm.DefaultSeed} {policy.Hash}";
        if (File.Exists(home.SampleStamp) && File.ReadAllText(home.SampleStamp) == wanted)
            return false;
        // Of a year whose holidays are not known, every weekday is taken for a working day.
        SampleCommand.Write(home.Sample, today, policy);
        // Last: a sample that was cut short is written again.
        File.WriteAllText(home.SampleStamp, wanted);
        return true;
    }
}
