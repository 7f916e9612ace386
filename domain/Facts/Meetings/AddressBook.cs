using System.Collections.Immutable;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>Tells from an address whose it is: a person's, a contact's, a customer's by its domain, a colleague's, a stranger's.</summary>
public sealed class AddressBook
{
    // One contractor at a public mail provider does not make it the firm's.
    private const int PeopleOfADomain = 2;

    private readonly Dictionary<string, Party> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ImmutableArray<AccountId>> _customers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _own;

    public AddressBook(Register register)
    {
        foreach (Account account in register.Accounts)
            foreach (string domain in account.CustomerDomains)
                _customers[domain] = _customers.GetValueOrDefault(domain, []).Add(account.Id);
        foreach (Contact contact in register.Contacts.Values)
            if (contact.Email is { } address)
                Add(address, Party.Of(contact));
        foreach (var people in register.People.Values.Where(p => p.Email is not null).GroupBy(p => p.Email ?? "", StringComparer.OrdinalIgnoreCase))
            // Who shares an address cannot be told apart.
            _addresses[people.Key] = people.Count() == 1 ? Party.Of(people.First().Id) : Party.Colleague;
        _own = [.. register.People.Values.Select(p => DomainOf(p.Email ?? "")).Where(d => d.Length > 0 && !_customers.ContainsKey(d))
            .GroupBy(d => d, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() >= PeopleOfADomain).Select(g => g.Key.ToLowerInvariant())];
    }

    public Party At(string address)
    {
        string trimmed = address.Trim();
        if (_addresses.TryGetValue(trimmed, out Party? party))
            return party;
        for (string domain = DomainOf(trimmed); domain.Length > 0; domain = ParentOf(domain))
            if (_customers.TryGetValue(domain, out ImmutableArray<AccountId> accounts))
                return Party.OfCustomer(accounts);
            else if (_own.Contains(domain))
                return Party.Colleague;
        return Party.Stranger;
    }

    /// <summary>An address that two contacts have is the customer's whose domain it is.</summary>
    private void Add(string address, Party contact)
    {
        if (_addresses.TryGetValue(address, out Party? other))
            _addresses[address] = Party.OfCustomer([.. other.Accounts.Union(contact.Accounts)]);
        else
            _addresses.Add(address, contact);
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant() is var domain && domain.Length < address.Length ? domain : "";

    private static string ParentOf(string domain) => domain.IndexOf('.') is >= 0 and var dot ? domain[(dot + 1)..] : "";
}
