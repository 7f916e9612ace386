using NodaTime;
using Plumbline.Cli.Commands;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies;
using Plumbline.Local.Running;

namespace Plumbline.Functions.Tests.Running;

public sealed class SampleExportsTests : IDisposable
{
    private static readonly LocalDate Today = new(2026, 9, 15);
    private static readonly Policy Shipped = PolicyFiles.Read(PolicyLoad.Shipped).Policy!;

    private readonly HomeFolder _home = HomeFolder.At(Directory.CreateTempSubdirectory("plumbline").FullName);

    [Fact]
    public void What_a_reader_changed_in_them_stays_for_the_day()
    {
        Assert.True(SampleExports.Write(_home, Shipped, Today));
        File.Delete(Path.Combine(_home.Sample, "readings.csv"));
        Assert.False(SampleExports.Write(_home, Shipped, Today));
        Assert.True(SampleExports.Write(_home, Shipped, Today.PlusDays(1)));
    }

    [Fact]
    public void Taken_away_they_are_written_again_though_the_stamp_is_left()
    {
        SampleExports.Write(_home, Shipped, Today);
        Directory.Delete(_home.Sample, recursive: true);
        Assert.True(SampleExports.Write(_home, Shipped, Today));
        File.Delete(Path.Combine(_home.Sample, "accounts.csv"));
        Assert.True(SampleExports.Write(_home, Shipped, Today));
        Assert.True(File.Exists(Path.Combine(_home.Sample, "accounts.csv")));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_home.Sample)!, recursive: true);
}
