using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Alerts;

/// <summary>
/// Folds an account's alerts under those that they wait for: each under the open one that was due first, which says how many wait
/// behind it and with how much money, theirs and that of all behind them. Each is still decided and told by itself.
/// </summary>
public static class Folding
{
    public static IEnumerable<Condition> Fold(IReadOnlyList<Condition> conditions)
    {
        Dictionary<(string, string), Condition> open = conditions.Where(c => c.Content is not null).ToDictionary(c => (c.Measure, c.Key));
        Dictionary<(string, string), Condition> causes = [];
        foreach (var (key, condition) in open)
            if (condition.WaitsFor.Select(c => open.GetValueOrDefault(c)).FirstOrDefault(c => c is not null) is { } cause)
                causes.Add(key, cause);
        if (causes.Count == 0)
            return conditions;
        var behind = causes.ToLookup(c => (c.Value.Measure, c.Value.Key), c => open[c.Key]);
        return conditions.Select(c => c.Content is { } content ? c with { Content = Folded(content, causes.GetValueOrDefault((c.Measure, c.Key)), [.. Behind(c, behind)]) } : c);
    }

    private static AlertContent Folded(AlertContent content, Condition? cause, Condition[] waiting)
    {
        AlertContent folded = content with
        {
            Cause = cause is null ? null : Fingerprint.Of(cause.Measure, cause.Account, cause.Key),
            Behind = waiting.Length,
            MoneyBehind = Money.Sums(waiting.SelectMany(w => w.Content?.AtStake ?? [])),
        };
        if (folded.MoneyBehind.IsEmpty)
            return folded;
        string wait = folded.MoneyBehind.Length == 1 ? "waits" : "wait";
        return folded with { Message = $"{content.Message} {string.Join(" and ", folded.MoneyBehind)} {wait} behind it." };
    }

    /// <summary>However far behind. No measure causes itself, so that this ends.</summary>
    private static IEnumerable<Condition> Behind(Condition condition, ILookup<(string, string), Condition> behind) =>
        behind[(condition.Measure, condition.Key)].SelectMany(c => Behind(c, behind).Prepend(c));
}
