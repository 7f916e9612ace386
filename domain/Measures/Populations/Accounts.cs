using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The account, from its start to its end. What is judged of one whose status is not active is said by <see cref="AccountEnd"/>.</summary>
public static class Accounts
{
    public static Population Word { get; } = new("account", Sources.Accounts, [new(Sources.Accounts, "status", "started_on", "ended_on")], Of);

    private static IEnumerable<Case> Of(AccountView view)
    {
        Account account = view.Account;
        var subject = new Case("account", account.Id.Value) { Name = account.Name, Active = [(account.StartedOn, account.EndedOn)] };
        yield return account.Status is null ? subject with { Refused = view.Faults.FirstOrDefault(f => f.Source == Sources.Accounts) } : subject;
    }
}
