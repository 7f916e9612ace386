namespace Plumbline.Functions.Tests.Walks;

/// <summary>How much of a walk is walked: enough in the usual suite, all of it in the long one. What was walked is told to whoever wants a report.</summary>
internal static class Suite
{
    private static readonly Lock Gate = new();

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("PLUMBLINE_LONG") == "1";

    public static int Of(int usual, int full) => IsLong ? full : usual;

    public static void Report(string line)
    {
        if (Environment.GetEnvironmentVariable("PLUMBLINE_REPORT") is not { Length: > 0 } file)
            return;
        lock (Gate)
            File.AppendAllText(file, line + Environment.NewLine);
    }
}
