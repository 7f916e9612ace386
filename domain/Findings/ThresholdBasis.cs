using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>One figure and what it was held against.</summary>
/// <param name="Unit">Written behind it.</param>
/// <param name="Bounds">The bounds in words: <c>between 75 % and 90 %</c>.</param>
public sealed record Weighed(string Figure, string Unit, string Bounds)
{
    /// <summary>Null where there is none.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why there is nothing to hold against the bounds; null where that goes without saying.</summary>
    public string? Why { get; init; }

    /// <summary>The same in a few words that other programs may rely on; null where it is self-evident.</summary>
    public string? Reason { get; init; }

    /// <summary>What was divided, and by what.</summary>
    public (string Part, string Whole)? Shares { get; init; }

    public decimal Part { get; init; }

    public decimal Whole { get; init; }

    /// <summary>What it was before, where the promise looks at its change.</summary>
    public decimal? Before { get; init; }

    /// <summary>How it is out of bounds, in a few words; null where it is within.</summary>
    public string? Fault { get; init; }

    /// <summary>As a sentence calls it.</summary>
    public string Called { get; init; } = Figure;

    /// <summary>What would bring it within its bounds, as an order; null where it is within.</summary>
    public string? Remedy { get; init; }

    public ImmutableArray<Compared> Beside { get; init; } = [];

    public ImmutableArray<(string Key, Money? Amount)> Rows { get; init; } = [];

    internal string Sentence => $"{Called} is {Value?.Text()}{Unit}{Divided}{Compared}; promised is {Bounds}";

    private string Divided => Shares is var (part, whole) ? $" ({part}: {Rounded(Part).Text()} of {Rounded(Whole).Text()} {whole})" : "";

    private string Compared => Before is { } before ? $" ({before.Text()}{Unit} before)" : "";

    /// <summary>So much is enough: never a hundredth too little.</summary>
    internal static decimal RoundedUp(decimal number) => Math.Ceiling(100 * number) / 100;

    internal static decimal Rounded(decimal number) => decimal.Round(number, 2, MidpointRounding.AwayFromZero);
}

/// <summary>What a Threshold compared.</summary>
public sealed record ThresholdBasis(ImmutableArray<Weighed> All) : IBasis
{
    /// <summary>Whether there is any figure to hold against its bounds.</summary>
    public bool Applies => All.Any(w => w.Value is not null);

    public string WhyNot => All.Select(w => w.Why).FirstOrDefault(w => w is not null) ?? $"there is nothing to measure {All[0].Called} by";

    /// <summary>What is out of bounds, and how; of one figure alone there is no doubt which.</summary>
    public ImmutableArray<string> Faults => [.. Failing.Select(w => All.Length == 1 ? w.Fault ?? "" : $"{w.Figure} {w.Fault}")];

    private IEnumerable<Weighed> Failing => All.Where(w => w.Fault is not null);

    /// <summary>What is out of bounds speaks alone.</summary>
    public string Sentence(Finding finding) =>
        string.Join("; ", (finding.Verdict == Verdict.Breached ? Failing : All.Where(w => w.Value is not null)).Select(w => w.Sentence)) + ".";

    public IEnumerable<Compared> Values(Finding finding) => All.Where(w => w.Value is not null).SelectMany(Values).DistinctBy(v => v.Name);

    private IEnumerable<Compared> Values(Weighed each)
    {
        yield return new(each.Figure, Number: Weighed.Rounded(each.Value ?? 0)) { Unit = each.Unit };
        yield return new(All.Length == 1 ? "promised" : $"promised of {each.Figure}", Text: each.Bounds);
        if (each.Before is { } before)
            yield return new($"{each.Figure} before", Number: Weighed.Rounded(before)) { Unit = each.Unit };
        if (each.Shares is var (part, whole))
        {
            yield return new(part, Number: Weighed.Rounded(each.Part));
            yield return new(whole, Number: Weighed.Rounded(each.Whole));
        }
        foreach (Compared beside in each.Beside)
            yield return beside;
    }

    public string? Remedy(Finding finding) =>
        finding.Verdict == Verdict.Breached ? string.Join("; ", Failing.Select(w => w.Remedy).Distinct()) : null;

    public FailingRows Rows(Finding finding)
    {
        if (finding.Verdict != Verdict.Breached)
            return FailingRows.None;
        (string, Money?)[] rows = [.. Failing.SelectMany(w => w.Rows)];
        return FailingRows.Of(rows.Length > 0 ? rows : [(finding.Subject, null)]);
    }

    public Money? AtStake(Finding finding) => null;
}
