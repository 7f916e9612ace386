using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Threshold compared.</summary>
/// <param name="Figure">The figure's name.</param>
/// <param name="Unit">Written behind it.</param>
/// <param name="Bounds">The bounds in words: <c>between 75 % and 90 %</c>.</param>
/// <param name="Shares">What was divided, and by what.</param>
public sealed record ThresholdBasis(string Figure, string Unit, string Bounds, (string Part, string Whole) Shares) : IBasis
{
    public decimal? Value { get; init; }

    public (decimal Part, decimal Whole) Shared { get; init; }

    public string Sentence(Finding finding) =>
        $"{Figure} is {Value?.Text()}{Unit} ({Rounded(Shared.Part).Text()} {Shares.Part} of {Rounded(Shared.Whole).Text()} {Shares.Whole}); promised is {Bounds}.";

    public IEnumerable<Compared> Values(Finding finding)
    {
        if (Value is null)
            yield break;
        yield return new(Figure, Number: Value);
        yield return new("promised", Text: Bounds);
        yield return new(Shares.Part, Number: Rounded(Shared.Part));
        yield return new(Shares.Whole, Number: Rounded(Shared.Whole));
    }

    public string? Remedy(Finding finding) => finding.Verdict == Verdict.Breached ? $"bring {Figure} to {Bounds}" : null;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of([(finding.Subject, null)]) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;

    private static decimal Rounded(decimal number) => decimal.Round(number, 2, MidpointRounding.AwayFromZero);
}
