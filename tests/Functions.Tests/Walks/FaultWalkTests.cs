using Plumbline.Functions.Tests.Runs;
using Plan = System.Collections.Generic.List<(int Call, Plumbline.Functions.Tests.Walks.Mishap Mishap)>;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>The world fails in every way it does, once and in every pair of ways; what is stored and what was received end as if it had not.</summary>
public sealed class FaultWalkTests
{
    private const int AtOnce = 8;

    // A busy bus costs ten seconds of real time each: the long suite alone walks it.
    private static readonly Mishap[] Kinds =
    [
        Mishap.Busy, Mishap.Throttled, Mishap.Changed, Mishap.Dropped, Mishap.AnswerLost, Mishap.Slow, Mishap.ReceiptLost, .. Suite.IsLong ? [Mishap.ServerBusy] : Array.Empty<Mishap>(),
    ];

    [Fact]
    public async Task Each_failure_at_each_call_is_overcome()
    {
        int walked = 0;
        foreach (Story story in Story.All(accounts: 2))
        {
            Undisturbed undisturbed = await Undisturbed.OfAsync(story);
            int stride = Suite.Of(12, 1);
            var plans = Kinds.SelectMany((kind, k) => undisturbed.Calls.Where(c => c.Suits(kind)).Where((_, i) => i % stride == k % stride).Select(c => new Plan { (c.Number, kind) }));
            walked += await WalkAsync(undisturbed, [.. plans]);
        }
        Suite.Report($"single failures walked: {walked}");
        Assert.InRange(walked, Suite.Of(60, 300), int.MaxValue);
    }

    [Fact]
    public async Task Each_pair_of_failures_is_overcome()
    {
        int walked = 0;
        foreach (Story story in Story.All(accounts: 2).Take(2))
        {
            Undisturbed undisturbed = await Undisturbed.OfAsync(story);
            List<Plan> plans = [];
            foreach (int round in Enumerable.Range(0, Suite.Of(1, 12)))
                for (int one = 0; one < Kinds.Length; one++)
                    for (int other = one; other < Kinds.Length; other++)
                        plans.Add([Pick(undisturbed.Calls, Kinds[one], (round * 7) + other), Pick(undisturbed.Calls, Kinds[other], (round * 5) + one + 3)]);
            walked += await WalkAsync(undisturbed, plans);
        }
        Suite.Report($"pairs of failures walked: {walked}");
        Assert.InRange(walked, Suite.Of(40, 500), int.MaxValue);
    }

    private static (int Call, Mishap Mishap) Pick(Call[] calls, Mishap kind, int which)
    {
        Call[] suited = [.. calls.Where(c => c.Suits(kind))];
        return (suited[which * 13 % suited.Length].Number, kind);
    }

    private static async Task<int> WalkAsync(Undisturbed undisturbed, List<Plan> plans)
    {
        await Parallel.ForEachAsync(plans, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (plan, _) =>
        {
            // Calls made side by side come in any order: a mishap that does not suit the call of its number befalls the next that it suits.
            var left = new Queue<(int Number, Mishap Mishap)>(plan.OrderBy(p => p.Call));
            await undisturbed.AgainAsync(
                journalled: false,
                firm => undisturbed.Story.Lives(new(firm, undisturbed.Story.Facts(), new(firm.Clock, call => Take(left, call)))),
                string.Join(", ", plan.Select(p => $"{p.Mishap} at call {p.Call}")));
        });
        return plans.Count;
    }

    private static Mishap Take(Queue<(int Number, Mishap Mishap)> left, Call call)
    {
        lock (left)
            return left.TryPeek(out var next) && call.Number >= next.Number && call.Suits(next.Mishap) ? left.Dequeue().Mishap : Mishap.None;
    }
}
