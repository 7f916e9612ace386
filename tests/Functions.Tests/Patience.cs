namespace Plumbline.Functions.Tests;

/// <summary>How long a test waits for a signal before it calls something hung; no test measures time.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
}
