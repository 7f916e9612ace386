using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Coverage of documents compared: each kind with the ids of those in force.</summary>
/// <param name="Held">For each kind, the documents in force. If there are none: the day since which there are none, null if none was ever recorded.</param>
public sealed record DocumentCoverageBasis(ImmutableArray<(string Kind, ImmutableArray<string> Ids, LocalDate? Since)> Held) : IBasis
{
    public LocalDate? Since => Held.Min(h => h.Since);

    public string Sentence(Finding finding) =>
        $"{string.Join("; ", Held.Select(h => h.Ids.IsEmpty ? $"no {h.Kind} is in force ({(h.Since is { } since ? $"since {since.InWords()}" : "none ever was")})" : $"the {h.Kind} in force is {Phrases.And(h.Ids)}"))}; promised is one of each.";

    public IEnumerable<Compared> Values(Finding finding) => Held.Select(h => new Compared(h.Kind, Text: string.Join(", ", h.Ids)));

    public string? Remedy(Finding finding) => finding.Verdict == Verdict.Breached
        ? $"record {Phrases.And(Held.Where(h => h.Ids.IsEmpty).Select(h => h.Kind.WithArticle()))} for {finding.Subject}, in force on {finding.Ground.Today.InWords()}"
        : null;

    public FailingRows Rows(Finding finding) => finding.Verdict == Verdict.Breached ? FailingRows.Of([(finding.Subject, null)]) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
