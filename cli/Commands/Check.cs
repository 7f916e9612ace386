using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>How findings are written.</summary>
internal enum Format { Text, Json, Markdown, JUnit }

/// <summary>What was asked of <c>check</c>.</summary>
/// <param name="Against">The folder of the policy to compare with; null to judge by one alone.</param>
internal sealed record CheckRequest(Asked Asked, Format Format, string PolicyFolder, string? Against, bool Timings);

/// <summary>Reads, judges and prints; findings to standard output, everything else to standard error.</summary>
internal static class Check
{
    public static int Run(CheckRequest request, Io io, CancellationToken cancellationToken)
    {
        if (request is { Against: not null, Format: Format.Markdown or Format.JUnit })
        {
            io.Error.WriteLine("--against: what differs is written as text or json; give one of these as --format.");
            return Exit.Wrong;
        }
        var clock = new StepClock();
        string[] policies = request.Against is { } against ? [request.PolicyFolder, against] : [request.PolicyFolder];
        if (Judged.Read(request.Asked, policies, hashed: request.Format == Format.Json, io.Error, clock, cancellationToken) is not [var judged, .. var others])
            return Exit.Wrong;
        IReadOnlySet<string> unwatched = Report.Unwatched(judged.Policy, judged.Snapshot);
        Report.Write(judged.Snapshot, judged.Policy, unwatched, io.Error);
        StrayOverrides.Write([judged.Policy, .. others.Select(o => o.Policy)], judged.Snapshot, io.Error);
        UnheardActivities.Write(judged.Policy, judged.Snapshot, io.Error);
        int exit = others is [var old]
            ? Comparison.Write(old, judged, request.Format == Format.Json, io.Output, clock, cancellationToken)
            : Judge(judged, unwatched, request, io, clock, cancellationToken);
        if (request.Timings)
            io.Error.WriteLine(clock);
        return exit;
    }

    private static int Judge(Judged judged, IReadOnlySet<string> unwatched, CheckRequest request, Io io, StepClock clock, CancellationToken cancellationToken)
    {
        var tally = new Tally(judged.Policy.Measures, unwatched);
        Writer(judged, [.. judged.Policy.CausesFirst.Where(m => !unwatched.Contains(m.Id))], request, io).Write(tally, clock, cancellationToken);
        // What was asked for by its name is not left aside as something that nobody exports.
        return Exit.Of(tally) is Exit.Kept && request.Asked.Measure is { } asked && unwatched.Contains(asked) ? Exit.NotKnown : Exit.Of(tally);
    }

    private static IFindingsWriter Writer(Judged judged, IReadOnlyList<Measure> watched, CheckRequest request, Io io) => request.Format switch
    {
        Format.Json => new FindingsJson(io.Output, judged),
        Format.Markdown => new FindingsMarkdown(io.Output, judged, watched),
        Format.JUnit => new FindingsJUnit(io.Output, judged, watched),
        _ => new FindingsText(io.Output, judged, watched, request.Asked.Folder),
    };
}
