using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>The five promises by the keys under which measures write them.</summary>
internal static class PromiseTerms
{
    private static readonly ImmutableArray<string> Kinds = ["deadline", "cadence", "threshold", "coverage", "agreement"];

    /// <summary>What a finding is known and its terms are found by: it does not change.</summary>
    private static readonly ImmutableArray<string> Lasting = ["after", "before", "and before", "record"];

    /// <summary>Null, with a fault, where there is none.</summary>
    public static string? Kind(Fields measure) => measure.ExactlyOne(Kinds);

    /// <summary>Whether it is due on some day, so that it can be warned of.</summary>
    public static bool IsDue(string kind) => kind is "deadline" or "cadence";

    /// <summary>The keys whose values other terms may give.</summary>
    public static ImmutableArray<string> Changeable(string kind)
    {
        Shape shape = kind switch
        {
            "deadline" => DeadlineTerms.Shape,
            "cadence" => CadenceTerms.Shape,
            "threshold" => ThresholdTerms.Shape,
            "coverage" => CoverageTerms.Shape,
            _ => AgreementTerms.Shape,
        };
        return [.. shape.Keys.Except(Lasting)];
    }

    public static IPromise? Read(string kind, Node terms, Words words, FaultList faults) => kind switch
    {
        "deadline" => DeadlineTerms.Read(terms, words, faults),
        "cadence" => CadenceTerms.Read(terms, words, faults),
        "threshold" => ThresholdTerms.Read(terms, words, faults),
        "coverage" => CoverageTerms.Read(terms, words, faults),
        _ => AgreementTerms.Read(terms, words, faults),
    };
}
