using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>Sorts a snapshot into the views of its accounts, once, so that judging an account looks at nothing else.</summary>
public static class Views
{
    /// <summary>One view for each account of the register, in its order. They share nothing that changes, so that they can be judged side by side.</summary>
    public static IReadOnlyList<AccountView> Of(Snapshot snapshot, Policy policy, LocalDate today)
    {
        var firm = new FirmView(snapshot, policy, today);
        AccountView[] views = [.. snapshot.Register.Accounts.Select(a => new AccountView(a, firm))];
        var byAccount = views.ToDictionary(v => v.Account.Id);
        var byEngagement = new Dictionary<EngagementId, AccountView>();
        foreach (Engagement engagement in snapshot.Register.Engagements)
            if (byAccount.TryGetValue(engagement.Account, out AccountView? view))
            {
                view.Add(engagement);
                byEngagement[engagement.Id] = view;
            }
        AddFacts(snapshot, byAccount, byEngagement);
        foreach (Fault fault in snapshot.Readings.Values.SelectMany(r => r.Faults))
            foreach (AccountView view in Named(fault.Names, firm, byAccount, byEngagement))
                view.Add(fault);
        return views;
    }

    private static void AddFacts(Snapshot snapshot, Dictionary<AccountId, AccountView> byAccount, Dictionary<EngagementId, AccountView> byEngagement)
    {
        AccountView? Find(AccountId? id) => id is { } account && byAccount.TryGetValue(account, out AccountView? view) ? view : null;
        foreach (Work work in snapshot.Work)
            if (byEngagement.TryGetValue(work.Engagement, out AccountView? view))
                view.Add(work);
        foreach (Item item in snapshot.Items)
            Find(item.Account)?.Add(item);
        foreach (Activity activity in snapshot.Activities)
            Find(activity.Account)?.Add(activity);
        foreach (Assignment assignment in snapshot.Assignments)
            Find(assignment.Account)?.Add(assignment);
        foreach (Record record in snapshot.Records)
            Find(record.Account)?.Add(record);
    }

    /// <summary>The most precise thing that a fault names decides whose it is: its account, else its engagement's, else those of its person.</summary>
    private static IEnumerable<AccountView> Named(
        Named names, FirmView firm, Dictionary<AccountId, AccountView> byAccount, Dictionary<EngagementId, AccountView> byEngagement)
    {
        if (names.Account is { } account && byAccount.TryGetValue(account, out AccountView? own))
            return [own];
        if (names.Engagement is { } engagement && byEngagement.TryGetValue(engagement, out AccountView? theirs))
            return [theirs];
        if (names.Account is not null || names.Engagement is not null || names.Person is not { } person)
            return [];
        return firm.AssignmentsOf(person).Select(a => a.Account).OfType<AccountId>().Distinct()
            .Where(byAccount.ContainsKey).Select(a => byAccount[a]);
    }
}
