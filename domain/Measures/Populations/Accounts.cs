using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The account, from its start to its end. When it has ended is said by <see cref="AccountEnd"/>.</summary>
public static class Accounts
{
    public static Population Word { get; } = new("account", Sources.Accounts, [new(Sources.Accounts, "status", "started_on", "ended_on")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each account from its `started_on` until it has ended; one that has ended is asked no more than `ended accounts` says.",
        "An `ended_on` decides when that is, whatever the status: an account on hold with an `ended_on` still to come is judged as an active one.",
        "Without an `ended_on` the status decides: one that is not active has ended for standing conditions and Cadences.",
        "Standing conditions are judged on the day judged; Cadences by period also look at earlier days.")
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
