using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The account, while its status is active. A Cadence looks at its days as well, standing conditions only at today.</summary>
public static class Accounts
{
    public static Population Word { get; } = new("account", Sources.Accounts, [new(Sources.Accounts, "status", "started_on", "ended_on")], Of);

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
