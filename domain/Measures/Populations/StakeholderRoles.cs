using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Traits;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The stakeholder roles at a customer (IW).</summary>
public static class StakeholderRoles
{
    public static Population Word { get; } = new("stakeholder role", Sources.Accounts,
        [.. Accounts.Word.Needs, new(Sources.Contacts, "account_id", "stakeholder_role")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each stakeholder role of the customer, until the account has ended: the activity counts with any contact of the account who has the role.",
        "A role that no contact of the account has is `not applicable`, reason `nobody: <role>`, if contacts.csv was read, and else `unknown`.")
    {
        With = ["activity", "ended accounts"],
        Example = """
            - id: stakeholders-met
              title: Sponsors and executives are met every 3 months
              for each: stakeholder role
              where: { stakeholder role: [executive, sponsor] }
              cadence: { activity: any, every: 3 months }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view) =>
        from account in Accounts.Word.Of(view)
        where account.IsActiveOn(view.Today)
        let known = view.Firm.ContactsOf(view.Account.Id).ToLookup(c => c.StakeholderRole)
        from role in Stakeholder.Word.Values
        select account with { Noun = "stakeholder role", Subject = role, Name = null, Role = role, Contacts = [.. known[role].Select(c => c.Id)] };
}
