using System.Text;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>What was asked of <c>explain</c>; its <see cref="Asked"/> names a measure and an account.</summary>
internal sealed record ExplainRequest(Asked Asked, string PolicyFolder, string? Subject, string? Occasion)
{
    public bool NamesSome => Subject is not null || Occasion is not null;

    public bool IsMeant(Finding finding) => (Subject is null || finding.Subject == Subject) && (Occasion is null || finding.Occasion == Occasion);
}

/// <summary>Judges one measure for one account and prints all that its findings rest on.</summary>
internal static class Explain
{
    /// <summary>Those that a reader asks about, worst first; the rest are counted.</summary>
    private static readonly Verdict[] Shown = [Verdict.Breached, Verdict.AtRisk, Verdict.Unknown, Verdict.MetLate];

    public static int Run(ExplainRequest request, Io io, CancellationToken cancellationToken)
    {
        if (Judged.Read(request.Asked, [request.PolicyFolder], hashed: true, io.Error, new StepClock(), cancellationToken) is not [{ Views: [var view] } judged])
            return Exit.Wrong;
        Measure measure = judged.Policy.Measures[0];
        Report.Write(judged.Snapshot, judged.Policy, Report.Unwatched(judged.Policy, judged.Snapshot), io.Error);
        Finding[] all = [.. Evaluation.Judge(view, measure)];
        if (request.NamesSome && !all.Any(request.IsMeant))
        {
            io.Error.WriteLine(NotFound(request, all));
            return Exit.Wrong;
        }
        ILookup<bool, Finding> split = all.ToLookup(f => request.NamesSome ? request.IsMeant(f) : Shown.Contains(f.Verdict));
        Finding[] shown = [.. split[true].OrderBy(f => Rank(f.Verdict)).ThenBy(f => f, FindingOrder.Instance)];
        var names = new PeopleNames(judged.Snapshot.Register);
        using var writer = new StreamWriter(io.Output, new UTF8Encoding(false), leaveOpen: true);
        foreach (string line in new Explanation(measure, view).Lines(shown, [.. split[false]]))
            writer.WriteLine(OneLine.Of(names.In(line)));
        return shown.Any(f => f.Verdict == Verdict.Breached) ? Exit.Broken : shown.Any(f => f.Verdict == Verdict.Unknown) ? Exit.NotKnown : Exit.Kept;
    }

    private static int Rank(Verdict verdict) => Array.IndexOf(Shown, verdict) is >= 0 and var rank ? rank : Shown.Length + (int)verdict;

    private static string NotFound(ExplainRequest request, Finding[] all)
    {
        Finding[] ofSubject = [.. all.Where(f => request.Subject is null || f.Subject == request.Subject)];
        return ofSubject.Length == 0 && request.Subject is { } subject
            ? $"--subject: {request.Asked.Measure} finds nothing of '{subject}' for {request.Asked.Account}{Judged.Meant(subject, all.Select(f => f.Subject).Distinct())}."
            : $"--occasion: {request.Asked.Measure} finds nothing for '{request.Occasion}'{Judged.Meant(request.Occasion ?? "", ofSubject.Select(f => f.Occasion).Distinct())}.";
    }
}
