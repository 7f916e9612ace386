using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What one measure says of one subject and occasion of an account. Its identity is these four and nothing else (law 5).</summary>
/// <param name="Occasion">The month, quarter, week or day it is for; empty for a standing condition.</param>
public sealed record Finding(string Measure, AccountId Account, Case Case, string Occasion, Verdict Verdict, IBasis Basis, Ground Ground)
{
    public string Subject => Case.Subject;

    /// <summary>A reason code where the verdict is unknown; else what is wrong in a few words, where there is more than one way.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in a sentence for a person, where the verdict is unknown.</summary>
    public string? Detail { get; init; }

    /// <summary>What would let it be judged, where the verdict is unknown and more is known than its reason asks for.</summary>
    public string? ToJudge { get; init; }

    /// <summary>The last day on which the promise is kept; null where there is none, or where it cannot be told.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Which other terms than the measure's first were in force; null where those were.</summary>
    public OtherTerms? Terms { get; init; }

    /// <summary>What it waits for, where it is open and something else must be done first.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The values compared, and by whose terms where they are not the measure's first.</summary>
    public IEnumerable<Compared> Values => Terms is null ? Basis.Values(this) : Basis.Values(this).Concat(Terms.Values);

    /// <summary>What would turn it green; where it is unknown, what would let it be judged; null where there is nothing to do.</summary>
    public string? Remedy => Verdict == Verdict.Unknown ? ToJudge ?? Reasons.Of(Reason)?.Remedy : Basis.Remedy(this);

    /// <summary>What was found, in the reader's words.</summary>
    public string Message => Occasion.Length == 0 ? $"{Case.Label}: {Found}" : string.Concat([Case.Label, ", ", Occasions.InWords(Occasion, Ground.FinancialYearStart), ": ", Found]);

    private string Found => Verdict switch
    {
        Verdict.Unknown => $"cannot be judged: {Detail?.TrimEnd('.')}.",
        Verdict.NotApplicable => $"does not apply: {Detail?.TrimEnd('.')}.",
        _ when Cause is not null => $"{Basis.Sentence(this).TrimEnd('.')}; {(Verdict == Verdict.Breached ? "late" : "held up")} because {Cause}.",
        _ => Basis.Sentence(this),
    };
}

/// <summary>Terms that took the place of a measure's first.</summary>
/// <param name="From">The day from which they are in force; null where they always were.</param>
/// <param name="Because">Why an account has terms of its own; null for everybody's.</param>
public sealed record OtherTerms(LocalDate? From, string? Because)
{
    internal IEnumerable<Compared> Values
    {
        get
        {
            if (From is not null)
                yield return new("terms from", Day: From);
            if (Because is not null)
                yield return new("terms because", Text: Because);
        }
    }
}
