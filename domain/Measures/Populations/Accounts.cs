using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The account, while its status is active. A Cadence looks at its days as well, standing conditions only at today.</summary>
public static class Accounts
{
    public static Population Word { get; } = new("account", Sources.Accounts, [new(Sources.Accounts, "status", "started_on", "ended_on")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each account whose status is active.",
        "Standing conditions ask for an account that is active on the day judged; Cadences by period also look at its earlier days.",
        "An account that has ended, or that is not active, is asked no more than `ended accounts` says.")
    {
        With = ["cadence", "threshold", "coverage", "agreement", "importance", "utilisation", "share paid on time", "growth", "margin", "lead attendance", "changes of lead", "active projects", "stakeholders engaged", "customer units", "satisfaction", "engagement score", "share who answered", "capabilities engaged", "active", "ended accounts"],
        Example = """
            - id: monthly-review
              title: A service review is held every month, with the customer present
              for each: account
              cadence: { activity: service review, every: month, attended by: { all of: [customer] } }
              warn: 5 working days
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        Account account = view.Account;
        var subject = new Case("account", account.Id.Value) { Name = account.Name, Active = [(account.StartedOn, account.EndedOn)] };
        if (account.Status is null)
            yield return subject with { Refused = view.Faults.FirstOrDefault(f => f.Source == Sources.Accounts) };
        else if (account.HasActiveStatus)
            yield return subject;
    }
}
