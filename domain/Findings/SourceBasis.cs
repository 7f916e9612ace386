using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What became of a source.</summary>
/// <param name="Why">Why it could not be used; null where it was read.</param>
public sealed record SourceBasis(string? Why) : IBasis
{
    public string Sentence(Finding finding) => Why ?? "was read.";

    public IEnumerable<Compared> Values(Finding finding) => Why is null ? [] : [new("why", Text: Why)];

    public string? Remedy(Finding finding) => Why is null ? null : "deliver the source again, whole";

    public FailingRows Rows(Finding finding) => Why is null ? FailingRows.None : FailingRows.Of([(finding.Subject, null)]);

    public Money? AtStake(Finding finding) => null;
}
