using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Each role that people of the customer's have, as contacts.csv says it, while the account is active: what it is about happens with any of them.</summary>
public static class StakeholderRoles
{
    public static Population Word { get; } = new("stakeholder role", Sources.Accounts,
        [.. Accounts.Word.Needs, new(Sources.Contacts, "account_id", "stakeholder_role")], Of);

    private static IEnumerable<Case> Of(AccountView view) =>
        from account in Accounts.Word.Of(view)
        from role in view.Firm.ContactsOf(view.Account.Id).Where(c => c.StakeholderRole is not null).GroupBy(c => c.StakeholderRole ?? "")
        where account.IsActiveOn(view.Today)
        select account with { Noun = "stakeholder role", Subject = role.Key, Name = null, Role = role.Key, Contacts = [.. role.Select(c => c.Id)] };
}
