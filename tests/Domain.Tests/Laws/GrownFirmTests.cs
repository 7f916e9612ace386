using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Laws;

public class GrownFirmTests
{
    private const int Enough = 1_500;

    [Fact]
    public void Grown_firms_keep_and_break_every_measure()
    {
        HashSet<string> kept = [], broken = [];
        foreach (Finding finding in Enumerable.Range(0, Enough).SelectMany(seed => Law.Judge(GrownFirm.From(seed), Law.Policy)))
            _ = finding.Verdict switch
            {
                Verdict.Met => kept.Add(finding.Measure),
                Verdict.Breached => broken.Add(finding.Measure),
                _ => false,
            };
        Assert.Empty(Law.Policy.Measures.Select(m => m.Id).Where(id => !kept.Contains(id)).Select(id => $"{id} is never kept"));
        Assert.Empty(Law.Policy.Measures.Select(m => m.Id).Where(id => !broken.Contains(id)).Select(id => $"{id} is never broken"));
    }
}
