using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>The basis of a finding that came to no comparison.</summary>
public sealed record NothingCompared : IBasis
{
    public static NothingCompared Instance { get; } = new();

    public string Sentence(Finding finding) => "nothing was compared.";

    public IEnumerable<Compared> Values(Finding finding) => [];

    public string? Remedy(Finding finding) => null;

    public FailingRows Rows(Finding finding) => FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
