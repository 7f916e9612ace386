namespace Plumbline.Cli.Commands;

/// <summary>What was asked of <c>check</c>.</summary>
/// <param name="Against">The folder of the policy to compare with; null to judge by one alone.</param>
internal sealed record CheckRequest(Asked Asked, bool Json, string PolicyFolder, string? Against, bool Timings);

/// <summary>Reads, judges and prints; findings to standard output, everything else to standard error.</summary>
internal static class Check
{
    public static int Run(CheckRequest request, Io io, CancellationToken cancellationToken)
    {
        var clock = new StepClock();
        string[] policies = request.Against is { } against ? [request.PolicyFolder, against] : [request.PolicyFolder];
        if (Judged.Read(request.Asked, policies, hashed: request.Json, io.Error, clock, cancellationToken) is not [var judged, .. var others])
            return Exit.Wrong;
        IReadOnlySet<string> unwatched = Report.Unwatched(judged.Policy, judged.Snapshot);
        Report.Write(judged.Snapshot, judged.Policy, unwatched, io.Error);
        StrayOverrides.Write([judged.Policy, .. others.Select(o => o.Policy)], judged.Snapshot, io.Error);
        UnheardActivities.Write(judged.Policy, judged.Snapshot, io.Error);
        int exit = others is [var old]
            ? Comparison.Write(old, judged, request.Json, io.Output, clock, cancellationToken)
            : Judge(judged, unwatched, request, io, clock, cancellationToken);
        if (request.Timings)
            io.Error.WriteLine(clock);
        return exit;
    }

    private static int Judge(Judged judged, IReadOnlySet<string> unwatched, CheckRequest request, Io io, StepClock clock, CancellationToken cancellationToken)
    {
        var tally = new Tally(judged.Policy.Measures, unwatched);
        IFindingsWriter writer = request.Json ? new FindingsJson(io.Output)
            : new FindingsText(io.Output, [.. judged.Policy.CausesFirst.Where(m => !unwatched.Contains(m.Id))], FileLines.Of(judged));
        writer.Write(judged.Views, tally, clock, cancellationToken);
        // What was asked for by its name is not left aside as something that nobody exports.
        return Exit.Of(tally) is Exit.Kept && request.Asked.Measure is { } asked && unwatched.Contains(asked) ? Exit.NotKnown : Exit.Of(tally);
    }
}
