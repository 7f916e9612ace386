using System.Collections.Immutable;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>Whose an address is, as far as the register knows. The address itself is not kept.</summary>
/// <param name="Contact">The id of the contact; null where it is somebody of the customer's of whom the register has no more than the domain.</param>
/// <param name="Accounts">Of somebody of the customer's: the accounts it may be; several where they share a domain.</param>
/// <param name="IsOutside">Whether they are not of the firm.</param>
public sealed record Party(PersonId? Person, string? Contact, ImmutableArray<AccountId> Accounts, bool IsOutside)
{
    /// <summary>Somebody, or a list, at an address of the firm that the register does not name.</summary>
    public static Party Colleague { get; } = new(null, null, [], false);

    public static Party Stranger { get; } = new(null, null, [], true);

    /// <summary>Somebody without an address, who may be anybody.</summary>
    public static Party Unnamed { get; } = new(null, null, [], false);

    public static Party Of(PersonId person) => new(person, null, [], false);

    public static Party Of(Contact contact) => new(null, contact.Id, [contact.Account], true);

    public static Party OfCustomer(ImmutableArray<AccountId> accounts) => new(null, null, accounts, true);

    public bool IsOf(AccountId account) => Accounts.Contains(account);

    /// <summary>As an activity of that account names them; null where it has no word for them.</summary>
    public string? IdAt(AccountId? account) => Person?.Value ?? Contact ?? (account is { } of && IsOf(of) ? Participants.Customer : null);
}
