using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Finds who answers for what is found of an account: its lead, or whoever stands nearest to it. An alert that nobody owns is nobody's
/// business, so that only a firm that names no operations has one.
/// </summary>
public static class Ownership
{
    private const string AccountLead = "account lead";
    private const string DeliveryLead = "delivery lead";

    /// <summary>Null where nobody is known, and firm.yaml names no <c>operations</c>.</summary>
    public static Owner? Of(AccountView view, Case subject) => view.OwnerOfAll ?? OfEngagement(view, subject) ?? OfPerson(view, subject) ?? Operations(view.Firm.Policy);

    /// <summary>Who answers for a source of the firm's.</summary>
    public static Owner? OfSource(string source, Policy policy) =>
        policy.SourceOwners.TryGetValue(source, out string? owner) ? new(owner, $"firm.yaml names them for {source}") : Operations(policy);

    internal static Owner? OfAccount(AccountView view)
    {
        if (view.Account.Id == AccountId.Firm)
            return null;
        if (Newest(view.InRole(AccountLead).Where(a => a.HasRoleOn(view.Today))) is { } lead)
            return new(lead.Value, "account lead by the PSA");
        return Only(view, "crm") is { } named && named == Only(view, "ledger") ? new(named.Value, "account lead by the CRM and the ledger") : null;
    }

    /// <summary>Of several the one who began last, then by id.</summary>
    private static PersonId? Newest(IEnumerable<Assignment> held) =>
        held.OrderByDescending(a => a.From ?? LocalDate.MinIsoValue).ThenBy(a => a.Person.Value, StringComparer.Ordinal).Select(a => (PersonId?)a.Person).FirstOrDefault();

    private static PersonId? Only(AccountView view, string system) =>
        view.Roles.Where(a => a.Role == AccountLead && a.System == system && a.HasRoleOn(view.Today)).Select(a => a.Person).Distinct().ToArray() is [var only] ? only : null;

    private static Owner? OfEngagement(AccountView view, Case subject) => (subject.Engagement?.Id ?? subject.Item?.Engagement) is { } engagement
        && Newest(view.InRole(DeliveryLead).Where(a => a.Engagement == engagement && a.HasRoleOn(view.Today))) is { } lead
        ? new(lead.Value, "delivery lead of the engagement, and nobody is account lead") : null;

    private static Owner? OfPerson(AccountView view, Case subject)
    {
        if (subject.Person is { } person && PeopleLeadOf(view, person) is { } lead)
            return new(lead.Value, "people lead of the person, and nobody is account lead");
        Assignment? last = view.InRole(AccountLead).Where(a => a.To < view.Today)
            .OrderByDescending(a => a.To).ThenBy(a => a.Person.Value, StringComparer.Ordinal).FirstOrDefault();
        return last is not null && PeopleLeadOf(view, last.Person) is { } theirs ? new(theirs.Value, $"people lead of {last.Person}, the last account lead") : null;
    }

    /// <summary>Who has left the firm answers for nothing.</summary>
    private static PersonId? PeopleLeadOf(AccountView view, PersonId person) =>
        view.Firm.Person(person)?.PeopleLead is { } lead && !(view.Firm.Person(lead)?.EndedOn < view.Today) ? lead : null;

    private static Owner? Operations(Policy policy) => policy.Operations is { } operations ? new(operations, "firm.yaml names them for what nobody else answers for") : null;
}
