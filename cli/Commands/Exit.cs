using Plumbline.Domain.Findings;

namespace Plumbline.Cli.Commands;

/// <summary>What the exit codes of the local program mean.</summary>
internal static class Exit
{
    public const int Kept = 0;
    public const int Broken = 1;
    public const int NotKnown = 2;

    /// <summary>The arguments, the policy, the folder, or ourselves.</summary>
    public const int Wrong = 3;

    /// <summary>Something breached; else something unknown that somebody watches; else all kept.</summary>
    public static int Of(Tally tally) => tally.Total(Verdict.Breached) > 0 ? Broken : tally.WatchedUnknown > 0 ? NotKnown : Kept;
}
