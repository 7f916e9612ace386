using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Policies;

namespace Plumbline.Benchmarks.Checking;

/// <summary>What each measure costs by itself on a folder that is read once: the time on one core, the memory allocated, and the findings it makes.</summary>
internal static class EachMeasure
{
    public static int Measure(string folder, LocalDate day)
    {
        Policy policy = PolicyFiles.Read(Path.Combine(AppContext.BaseDirectory, "policy")).Policy ?? throw new InvalidOperationException("the policy that is shipped has faults");
        Snapshot snapshot = PlainFolder.Read(folder, day, _ => day, () => KnownWords.Common, null, CancellationToken.None);
        var views = Views.Of(snapshot, policy, day);
        // Once for the compiler.
        Console.WriteLine($"{views.Count} accounts, {views.Take(50).SelectMany(Evaluation.Judge).Count()} findings in the first 50");
        var costs = policy.Measures.Select(measure => (measure.Id, Cost: Of(measure, views))).OrderByDescending(c => c.Cost.Took).ToArray();
        foreach (var (id, (took, bytes, findings)) in costs)
        {
            Console.WriteLine($"{id,-24} {took.TotalMilliseconds,8:0} ms {bytes / (1 << 20),6} MB {findings.Values.Sum(),9} findings  {string.Join(", ", findings.Select(f => $"{f.Value} {f.Key.Name()}"))}");
        }

        Console.WriteLine($"{"all",-24} {costs.Sum(c => c.Cost.Took.TotalMilliseconds),8:0} ms");
        return 0;
    }

    private static (TimeSpan Took, long Bytes, SortedDictionary<Verdict, int> Findings) Of(Measure measure, IReadOnlyList<AccountView> views)
    {
        var findings = new SortedDictionary<Verdict, int>();
        var (began, allocated) = (TimeProvider.System.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        foreach (var view in views)
        {
            foreach (var finding in Evaluation.Judge(view, measure))
            {
                findings[finding.Verdict] = findings.GetValueOrDefault(finding.Verdict) + 1;
            }
        }

        return (TimeProvider.System.GetElapsedTime(began), GC.GetAllocatedBytesForCurrentThread() - allocated, findings);
    }
}
