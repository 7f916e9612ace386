using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Results;

/// <summary>How promises stand, as a colour.</summary>
public enum Light { None, Green, Grey, Amber, Red }

/// <summary>How many findings of the look-back stand how.</summary>
public readonly record struct PromiseCounts(int Met, int MetLate, int AtRisk, int Breached, int Unknown)
{
    /// <summary>As bad as the worst; what is not known is never green.</summary>
    public Light Light => this switch
    {
        { Breached: > 0 } => Light.Red,
        { AtRisk: > 0 } => Light.Amber,
        { Unknown: > 0 } => Light.Grey,
        { Met: > 0 } or { MetLate: > 0 } => Light.Green,
        _ => Light.None,
    };

    public static PromiseCounts Of(Score score) =>
        new(score.Of(Verdict.Met), score.Of(Verdict.MetLate), score.Of(Verdict.AtRisk), score.Of(Verdict.Breached), score.Of(Verdict.Unknown));

    public static PromiseCounts operator +(PromiseCounts one, PromiseCounts other) => new(
        one.Met + other.Met, one.MetLate + other.MetLate, one.AtRisk + other.AtRisk, one.Breached + other.Breached, one.Unknown + other.Unknown);
}
