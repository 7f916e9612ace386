using NodaTime;
using Plumbline.Cli.Commands;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Policies;

namespace Plumbline.Cli.Tests.Sample;

/// <summary>What the shipped measures say of the sample firm.</summary>
public sealed class SampleMeasuresTests
{
    [Theory]
    [InlineData(2026, 11, 21)]
    [InlineData(2026, 3, 2)]
    [InlineData(2025, 8, 31)]
    public void Every_figure_is_kept_by_some_and_broken_by_others(int year, int month, int day)
    {
        string folder = Directory.CreateTempSubdirectory("plumbline-figures-").FullName;
        try
        {
            var today = new LocalDate(year, month, day);
            Policy policy = PolicyFiles.Read(PolicyLoad.Shipped).Policy!;
            SampleCommand.Write(folder, today, policy);
            ILookup<string, Verdict> verdicts = Views.Of(PlainFolder.Read(folder, today, _ => today, () => KnownWords.Common, null, default), policy, today)
                .SelectMany(Evaluation.Judge).ToLookup(f => f.Measure, f => f.Verdict);
            Assert.All(policy.Measures.Where(m => m.Promise is Threshold), m => Assert.True(
                verdicts[m.Id].Contains(Verdict.Met) && verdicts[m.Id].Contains(Verdict.Breached), $"{m.Id}: {string.Join(", ", verdicts[m.Id])}"));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
