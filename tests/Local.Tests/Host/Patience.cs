namespace Plumbline.Local.Tests.Host;

/// <summary>How long a test waits for what must happen; far longer than it ever takes.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns once that is so; for what tells nobody when it happens.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        using var late = new CancellationTokenSource(Limit);
        while (!await isSo())
        {
            Assert.False(late.IsCancellationRequested, $"It never came that {what}.");
            await Task.Delay(BetweenLooks);
        }
    }
}
