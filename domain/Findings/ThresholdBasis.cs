using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Threshold compared.</summary>
/// <param name="Figure">The figure's name.</param>
/// <param name="Unit">Written behind it.</param>
/// <param name="Bounds">The bounds in words: <c>between 75 % and 90 %</c>.</param>
public sealed record ThresholdBasis(string Figure, string Unit, string Bounds) : IBasis
{
    public decimal? Value { get; init; }

    /// <summary>What was divided, and by what.</summary>
    public (decimal Part, decimal Whole) Shares { get; init; }

    public string Sentence(Finding finding) => $"{Figure} is {Value?.Text()}{Unit}; promised is {Bounds}.";

    public IEnumerable<Compared> Values(Finding finding)
    {
        if (Value is null)
            yield break;
        yield return new(Figure, Number: Value);
        yield return new("promised", Text: Bounds);
        yield return new("part", Number: decimal.Round(Shares.Part, 2));
        yield return new("whole", Number: decimal.Round(Shares.Whole, 2));
    }

    public string? Remedy(Finding finding) => finding.Verdict.IsOpen() ? $"bring {Figure} {Bounds}" : null;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of([(finding.Subject, null)]) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
