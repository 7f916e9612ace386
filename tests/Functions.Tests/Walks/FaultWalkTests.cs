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
            (Aftermath expected, Call[] calls) = await UndisturbedAsync(story);
            int stride = Suite.Of(7, 1);
            var plans = Kinds.SelectMany((kind, k) => calls.Where(c => c.Suits(kind)).Where((_, i) => i % stride == k % stride).Select(c => new Plan { (c.Number, kind) }));
            walked += await WalkAsync(story, expected, [.. plans]);
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
            (Aftermath expected, Call[] calls) = await UndisturbedAsync(story);
            List<Plan> plans = [];
            foreach (int round in Enumerable.Range(0, Suite.Of(1, 12)))
                for (int one = 0; one < Kinds.Length; one++)
                    for (int other = one; other < Kinds.Length; other++)
                        plans.Add([Pick(calls, Kinds[one], (round * 7) + other), Pick(calls, Kinds[other], (round * 5) + one + 3)]);
            walked += await WalkAsync(story, expected, plans);
        }
        Suite.Report($"pairs of failures walked: {walked}");
        Assert.InRange(walked, Suite.Of(40, 500), int.MaxValue);
    }

    private static (int Call, Mishap Mishap) Pick(Call[] calls, Mishap kind, int which)
    {
        Call[] suited = [.. calls.Where(c => c.Suits(kind))];
        return (suited[which * 13 % suited.Length].Number, kind);
    }

    private static async Task<(Aftermath Expected, Call[] Calls)> UndisturbedAsync(Story story)
    {
        FirmTables firm = await FirmTables.CreateAsync(isEmpty: true);
        await story.Before(firm);
        var script = new Script(firm.Clock, _ => Mishap.None);
        await firm.UploadAsync(story.Facts());
        await story.Lives(new(firm, story.Facts(), script));
        await Story.LiveAsync(firm, story.Facts());
        return (await Aftermath.OfAsync(firm), [.. script.Calls.OrderBy(c => c.Number)]);
    }

    private static async Task<int> WalkAsync(Story story, Aftermath expected, List<Plan> plans)
    {
        await Parallel.ForEachAsync(plans, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (plan, _) =>
        {
            FirmTables firm = await FirmTables.CreateAsync(isEmpty: true);
            await story.Before(firm);
            await firm.UploadAsync(story.Facts());
            // Calls made side by side come in any order: a mishap that does not suit the call of its number befalls the next that it suits.
            var left = new Queue<(int Number, Mishap Mishap)>(plan.OrderBy(p => p.Call));
            await story.Lives(new(firm, story.Facts(), new(firm.Clock, call => Take(left, call))));
            await Story.LiveAsync(firm, story.Facts());
            try
            {
                Aftermath.Same(expected, await Aftermath.OfAsync(firm));
            }
            catch (Exception wrong)
            {
                throw new InvalidOperationException($"{story}: {string.Join(", ", plan.Select(p => $"{p.Mishap} at call {p.Call}"))}", wrong);
            }
            await firm.Bus.DisposeAsync();
        });
        return plans.Count;
    }

    private static Mishap Take(Queue<(int Number, Mishap Mishap)> left, Call call)
    {
        lock (left)
            return left.TryPeek(out var next) && call.Number >= next.Number && call.Suits(next.Mishap) ? left.Dequeue().Mishap : Mishap.None;
    }
}
