using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>
/// Law 4, walked: a host is stopped at each of its calls, before it goes out and once it is done, and built anew over the same tables and
/// the same journal. What is stored and what was received end as if nothing had happened.
/// </summary>
public sealed class CrashWalkTests
{
    private const int AtOnce = 8;
    private const int Processes = 20;

    [Fact]
    public async Task A_host_that_dies_at_any_call_is_made_good_by_the_next()
    {
        int walked = 0;
        foreach (int accounts in Suite.IsLong ? [2, 7] : new[] { 2 })
            foreach (Story story in Story.All(accounts))
                walked += await WalkAsync(story, points => points.Where((_, i) => Suite.IsLong || i % 5 is 0 or 4), DieAsync);
        Suite.Report($"crash points walked: {walked}");
        Assert.InRange(walked, Suite.Of(150, 500), int.MaxValue);
    }

    [Fact]
    public async Task A_process_that_is_killed_is_made_good_by_the_next()
    {
        int walked = 0;
        foreach (Story story in Story.All(accounts: 2).Take(2))
            walked += await WalkAsync(story, points => Spread(points, Processes / 2), Mortal.LiveAsync);
        Suite.Report($"processes killed: {walked}");
        Assert.Equal(Processes, walked);
    }

    private static IEnumerable<T> Spread<T>(IReadOnlyCollection<T> all, int count) => all.Where((_, i) => i * count / all.Count != (i - 1) * count / all.Count || i == 0).Take(count);

    private static async Task<int> WalkAsync(
        Story story, Func<IReadOnlyCollection<(int Number, Mishap Mishap)>, IEnumerable<(int Number, Mishap Mishap)>> choose, Func<FirmTables, Story, int, Mishap, Task> die)
    {
        Undisturbed undisturbed = await Undisturbed.OfAsync(story);
        (int, Mishap)[] points = [.. choose([.. from call in undisturbed.Calls from mishap in new[] { Mishap.Dies, Mishap.DiesAnswered } select (call.Number, mishap)])];
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (point, _) =>
        {
            (int number, Mishap mishap) = point;
            await undisturbed.AgainAsync(journalled: true, firm => die(firm, story, number, mishap), $"{mishap} at call {number}");
        });
        return points.Length;
    }

    private static async Task DieAsync(FirmTables firm, Story story, int number, Mishap mishap)
    {
        var script = new Script(firm.Clock, call => call.Number == number ? mishap : Mishap.None);
        Task life = story.Lives(new(firm, story.Facts(), script));
        // Calls made side by side come in any order, but so many there are in every order, or nearly: what is short of it ends by itself.
        await EndAsync(Task.WhenAny(script.Death, life), script);
        firm.Crash();
    }

    /// <summary>However long a host lives beside all the others: only one that makes no call any more is hung.</summary>
    private static async Task EndAsync(Task end, Script script)
    {
        for (int calls = 0; !end.IsCompleted;)
        {
            try
            {
                await end.WaitAsync(Patience.Limit);
            }
            catch (TimeoutException) when (script.Calls.Count > calls)
            {
                calls = script.Calls.Count;
            }
        }
    }
}
