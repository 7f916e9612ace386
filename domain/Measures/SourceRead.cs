using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>
/// The one measure that the engine makes and no policy states: a source that measures need was read. It is breached while the source is
/// missing, refused, stale or shrunk, so that one alert goes to its owner in place of hundreds about accounts.
/// </summary>
public static class SourceRead
{
    public const string Id = "source-read";

    public static AlertTerms AlertTerms { get; } = new(Id, "Every source that measures need is read", Severity.High, AlertPer.Subject, true);

    /// <summary>One finding a source that the policy needs, and the register always; of two sources of the same facts, those that the firm has.</summary>
    public static IEnumerable<Finding> Judge(Snapshot snapshot, Policy policy, NodaTime.LocalDate today)
    {
        var view = new AccountView(new(AccountId.Firm, "the firm"), new(snapshot, policy with { Measures = [] }, today));
        var needs = policy.Measures.SelectMany(m => m.NeedsByAnyTerms.Select(n => (Need: n, m.StaleAfter))).ToLookup(n => n.Need.Source);
        foreach (string name in needs.Select(n => n.Key).Union([Sources.Accounts]).Order(StringComparer.Ordinal))
            foreach (string source in SourcesOf([.. needs[name].Select(n => n.Need).DefaultIfEmpty(new(name))], view.Firm))
                yield return Judge(view, source, needs[name].Select(n => n.StaleAfter).Distinct().DefaultIfEmpty());
    }

    private static IEnumerable<string> SourcesOf(Need[] needs, FirmView firm)
    {
        bool hasOther = Array.Exists(needs, n => n.Or is { } other && firm.Has(other));
        return needs.SelectMany(firm.SourcesOf).Distinct().Where(source => !hasOther || firm.Has(source));
    }

    /// <param name="limits">How old the measures that need it let it be: it is stale once it is for one of them.</param>
    private static Finding Judge(AccountView view, string source, IEnumerable<CalendarSpan?> limits)
    {
        SourceReading reading = view.Firm.Reading(source);
        Trouble? trouble = limits.Select(limit => view.OfSource(source, [], limit)).FirstOrDefault(t => t is not null);
        var ground = new Ground(view.Firm.Policy.Clock.Zone, view.Calendar.Edition, view.Today, [new(source, reading.Hash, reading.AsOf)]) { Policy = view.Firm.Policy.Hash };
        return new(Id, AccountId.Firm, new("source", source), "", trouble is null ? Verdict.Met : Verdict.Breached, new SourceBasis(trouble?.Detail), ground)
        {
            Reason = trouble?.Reason,
        };
    }
}
