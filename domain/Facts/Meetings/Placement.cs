using System.Collections.Immutable;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>Whose a meeting is: the accounts of the customers who attend, else the one account that those who attend work for on that day.</summary>
internal sealed class Placement(Register register, ILookup<PersonId, Assignment> assignments)
{
    private readonly Dictionary<EngagementId, Engagement> _engagements = register.Engagements.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First());

    /// <summary>The accounts, with the engagement where those who attend or its name leave one; empty where nothing tells.</summary>
    public ImmutableArray<(AccountId Account, EngagementId? Engagement)> Of(Meeting meeting, Matcher matcher)
    {
        Assignment[][] held = [.. meeting.Attendees.Select(a => a.Who.Person).OfType<PersonId>().Distinct()
            .Select(p => assignments[p].Where(a => a.Account is not null && a.Holds(meeting.On)).ToArray()).Where(a => a.Length > 0)];
        ImmutableArray<AccountId> customers = Customers(meeting, held);
        if (!customers.IsEmpty)
            return [.. customers.Select(account => (account, Engagement(meeting, held, account)))];
        // Two people talk about all of their work: it is one account's only where neither has another.
        if (matcher.Exactly is not null)
            return One(held.SelectMany(Accounts).Distinct()) is { } only ? [(only, null)] : [];
        if (Engagement(meeting, held, null) is { } engagement && _engagements.TryGetValue(engagement, out Engagement? known))
            return [(known.Account, engagement)];
        return One(Shared(held.Select(Accounts))) is { } account ? [(account, null)] : [];
    }

    /// <summary>The accounts of a domain that several share are narrowed to those that the people who attend work for.</summary>
    private static ImmutableArray<AccountId> Customers(Meeting meeting, Assignment[][] held)
    {
        HashSet<AccountId> sure = [.. meeting.Attendees.Where(a => a.Who.Accounts.Length == 1).Select(a => a.Who.Accounts[0])];
        foreach (ImmutableArray<AccountId> several in meeting.Attendees.Select(a => a.Who.Accounts).Where(a => a.Length > 1 && !a.Any(sure.Contains)).ToArray())
            if (One(several.Where(a => held.Any(h => Accounts(h).Contains(a)))) is { } one)
                sure.Add(one);
        return [.. sure.OrderBy(a => a.Value, StringComparer.Ordinal)];
    }

    private EngagementId? Engagement(Meeting meeting, Assignment[][] held, AccountId? account)
    {
        EngagementId[][] worked = [.. held.Select(h => h.Where(a => account is null || a.Account == account).Select(a => a.Engagement).OfType<EngagementId>().Distinct().ToArray()).Where(e => e.Length > 0)];
        return One(worked.SelectMany(e => e).Distinct().Where(e => IsNamed(e, meeting))) ?? One(Shared(worked));
    }

    private bool IsNamed(EngagementId id, Meeting meeting) =>
        new[] { id.Value, _engagements.GetValueOrDefault(id)?.Name ?? id.Value }.Any(n => Phrase.IsIn(meeting.Title, n) || meeting.Categories.Any(c => c.Equals(n, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<AccountId> Accounts(Assignment[] held) => held.Select(a => a.Account).OfType<AccountId>().Distinct();

    private static IEnumerable<T> Shared<T>(IEnumerable<IEnumerable<T>> sets) => sets.Aggregate((IEnumerable<T>?)null, (all, set) => all?.Intersect(set) ?? set) ?? [];

    private static T? One<T>(IEnumerable<T> choices) where T : struct => choices.Take(2).ToArray() is [var only] ? only : null;
}
