using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The account, from its start to its end. What is judged of one whose status is not active is said by <see cref="AccountEnd"/>.</summary>
public static class Accounts
{
    public static Population Word { get; } = new("account", Sources.Accounts, [new(Sources.Accounts, "status", "started_on", "ended_on")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each account whose status is active.",
        "Standing conditions ask for an account that is active on the day judged; Cadences by period also look at its earlier days.",
        "An account that has ended, or that is not active, is asked no more than `ended accounts` says.")
    {
        With = ["active", "ended accounts"],
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
        yield return account.Status is null ? subject with { Refused = view.Faults.FirstOrDefault(f => f.Source == Sources.Accounts) } : subject;
    }
}
