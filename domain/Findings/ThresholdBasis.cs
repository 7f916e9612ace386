using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>One figure and what it was held against.</summary>
/// <param name="Unit">Written behind it.</param>
/// <param name="Bounds">The bounds in words: <c>between 75 % and 90 %</c>.</param>
public sealed record Weighed(string Figure, string Unit, string Bounds)
{
    /// <summary>Null where there is none.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why there is no value to compare with the bounds; null when self-evident.</summary>
    public string? Why { get; init; }

    /// <summary>The same in a few words that other programs may rely on; null where it is self-evident.</summary>
    public string? Reason { get; init; }

    /// <summary>What was divided, and by what.</summary>
    public (string Part, string Whole)? Shares { get; init; }

    public decimal Part { get; init; }

    public decimal Whole { get; init; }

    /// <summary>What it was before, where the promise looks at its change.</summary>
    public decimal? Before { get; init; }

    /// <summary>The day of which that is; null for the reading before, where its day is not known.</summary>
    public LocalDate? BeforeOn { get; init; }

    /// <summary>The measuring period, both ends included; null for a figure of a single day.</summary>
    public (LocalDate First, LocalDate Last)? Over { get; init; }

    /// <summary>The first day of the unbroken time, up to the day judged, in which it was out of bounds; null if it is within bounds or the day is unknown.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>What that day is, before the day itself: <c>the reading of </c>.</summary>
    public string Moment { get; init; } = "";

    /// <summary>The day judged. It is shown only if the figure is out of bounds and neither <see cref="Over"/> nor <see cref="Since"/> is known.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>The amounts behind it, in a few words; null if <see cref="Shares"/> give them.</summary>
    public string? Told { get; init; }

    /// <summary>How it is out of bounds, in a few words; null where it is within.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether its fault puts the promise at risk and never breaks it.</summary>
    public bool OnlyWarns { get; init; }

    /// <summary>As a sentence calls it.</summary>
    public string Called { get; init; } = Figure;

    /// <summary>What would bring it within its bounds, as an order; null where it is within.</summary>
    public string? Remedy { get; init; }

    public ImmutableArray<Compared> Beside { get; init; } = [];

    public ImmutableArray<(string Key, Money? Amount)> Rows { get; init; } = [];

    internal string Sentence => Value is { } value ? $"{Called}{When} is {Shown(value).Text()}{Unit}{Divided}{Compared}{SinceWhen}; promised is {Bounds}" : $"{Why}{When}; promised is that {Called} is {Bounds}";

    private string When => Over is var (first, last) ? $" from {first.InWords()} to {last.InWords()}" : Fault is not null && Since is null && AsOf is { } day ? $" as of {day.InWords()}" : "";

    private string SinceWhen => Since is { } since ? $", out of bounds since {Moment}{since.InWords()}" : "";

    private string Divided => Shares is var (part, whole) ? $" ({part}: {Rounded(Part).Text()} of {Rounded(Whole).Text()} {whole})" : Told is null ? "" : $" ({Told})";

    private string Compared => Before is { } before ? $" ({Shown(before).Text()}{Unit} {(BeforeOn is { } day ? $"as of {day.InWords()}" : "before")})" : "";

    /// <summary>To one decimal, half up; to two where one would show a whole number, which may be the bound that it misses.</summary>
    internal static decimal Shown(decimal number) => decimal.Round(number, 1, MidpointRounding.AwayFromZero) is var one && one == decimal.Truncate(one) && one != number ? Rounded(number) : one;

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
    internal ImmutableArray<string> Faults(Verdict verdict) => [.. Failing(verdict).Select(w => All.Length == 1 ? w.Fault ?? "" : $"{w.Figure} {w.Fault}")];

    /// <summary>What makes it breached, or what makes it at risk: a forecast alone only warns.</summary>
    private IEnumerable<Weighed> Failing(Verdict verdict) => verdict is Verdict.Breached or Verdict.AtRisk
        ? All.Where(w => w.Fault is not null && w.OnlyWarns == (verdict == Verdict.AtRisk)) : [];

    /// <summary>What is out of bounds speaks alone.</summary>
    public string Sentence(Finding finding) =>
        string.Join("; ", (finding.Verdict is Verdict.Breached or Verdict.AtRisk ? Failing(finding.Verdict) : All.Where(w => w.Value is not null)).Select(w => w.Sentence)) + ".";

    public IEnumerable<Compared> Values(Finding finding) => All.Where(w => w.Value is not null || w.Fault is not null).SelectMany(Values).DistinctBy(v => v.Name);

    private IEnumerable<Compared> Values(Weighed each)
    {
        if (each.Value is { } value)
            yield return new(each.Figure, Number: Weighed.Shown(value)) { Unit = each.Unit };
        yield return new(All.Length == 1 ? "promised" : $"promised of {each.Figure}", Text: each.Bounds);
        if (each.Before is { } before)
            yield return new($"{each.Figure} before", Number: Weighed.Shown(before)) { Unit = each.Unit };
        if (each.Shares is var (part, whole))
        {
            yield return new(part, Number: Weighed.Rounded(each.Part));
            yield return new(whole, Number: Weighed.Rounded(each.Whole));
        }
        foreach (Compared beside in each.Beside)
            yield return beside;
    }

    /// <summary>The promise is broken since the first of its figures was out of bounds.</summary>
    public LocalDate? Since => All.Where(w => w.Fault is not null && !w.OnlyWarns).Min(w => w.Since);

    public (LocalDate First, LocalDate Last)? Over => All.FirstOrDefault(w => w.Fault is not null)?.Over;

    public string? Remedy(Finding finding) =>
        finding.Verdict is Verdict.Breached or Verdict.AtRisk ? string.Join("; ", Failing(finding.Verdict).Select(w => w.Remedy).Distinct()) : null;

    public FailingRows Rows(Finding finding)
    {
        if (finding.Verdict is not (Verdict.Breached or Verdict.AtRisk))
            return FailingRows.None;
        (string, Money?)[] rows = [.. Failing(finding.Verdict).SelectMany(w => w.Rows)];
        return FailingRows.Of(rows.Length > 0 ? rows : [(finding.Subject, null)]);
    }

    public Money? AtStake(Finding finding) => null;
}
