using NodaTime;
using NodaTime.Text;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Sample;
using Plumbline.Domain.Measures;

namespace Plumbline.Local.Running;

/// <summary>The sample firm's exports of today; written once a day, so that what a reader changes in them stays.</summary>
internal static class SampleExports
{
    /// <returns>Whether they were written now.</returns>
    public static bool Write(HomeFolder home, Policy policy, LocalDate today)
    {
        string wanted = $"{LocalDatePattern.Iso.Format(today)} {SampleFirm.DefaultSeed} {policy.Hash}";
        // A stamp whose sample was taken away says nothing; of the other files, a reader may have taken one away to see what it costs.
        bool isThere = File.Exists(Path.Combine(home.Sample, "accounts.csv"));
        if (isThere && File.Exists(home.SampleStamp) && File.ReadAllText(home.SampleStamp) == wanted)
            return false;
        // Of a year whose holidays are not known, every weekday is taken for a working day.
        SampleCommand.Write(home.Sample, today, policy);
        // Last: a sample that was cut short is written again.
        File.WriteAllText(home.SampleStamp, wanted);
        return true;
    }
}
