namespace Plumbline.Functions.Tests;

internal static class Probe
{
    /// <summary>How long a test waits before it calls something hung; no test measures time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
}
