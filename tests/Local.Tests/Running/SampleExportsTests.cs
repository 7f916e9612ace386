using NodaTime;
using Plumbline.Cli.Commands;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies;
using Plumbline.Local.Running;

namespace Plumbline.Local.Tests.Running;

public sealed class SampleExportsTests : IDisposable
{
    private static readonly LocalDate Today = new(2026, 9, 15);
    private static readonly Policy Shipped = PolicyFiles.Read(PolicyLoad.Shipped).Policy!;

    private readonly HomeFolder _home = HomeFolder.At(Directory.CreateTempSubdirectory("plumbline").FullName);

    [Fact]
    public void They_are_written_once_a_day()
    {
        Assert.Equal(SampleState.Written, Write(Today));
        Assert.Equal(SampleState.Todays, Write(Today));
        Assert.Equal(SampleState.Written, Write(Today.PlusDays(1)));
    }

    [Fact]
    public void Edited_ones_are_kept_until_they_are_written_anew_by_force()
    {
        Write(Today);
        string readings = Path.Combine(_home.Sample, "readings.csv");
        File.Delete(readings);
        Assert.Equal((SampleState.Edited, SampleState.Edited), (Write(Today), Write(Today.PlusDays(1))));
        Assert.False(File.Exists(readings));
        Assert.Equal(SampleState.Written, Write(Today, force: true));
        Assert.True(File.Exists(readings));
        Assert.Equal(SampleState.Todays, Write(Today));
    }

    [Fact]
    public void A_calendar_that_was_edited_counts_too()
    {
        Write(Today);
        File.AppendAllText(Directory.EnumerateFiles(_home.Calendars).First(), " ");
        Assert.Equal(SampleState.Edited, Write(Today));
    }

    [Fact]
    public void Removed_ones_are_written_again_though_the_stamp_is_left()
    {
        Write(Today);
        Directory.Delete(_home.Sample, recursive: true);
        Assert.Equal(SampleState.Written, Write(Today));
        File.Delete(Path.Combine(_home.Sample, "accounts.csv"));
        Assert.Equal(SampleState.Written, Write(Today));
        Assert.True(File.Exists(Path.Combine(_home.Sample, "accounts.csv")));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_home.Sample)!, recursive: true);

    private SampleState Write(LocalDate today, bool force = false) => SampleExports.Write(_home, Shipped, today, force);
}
