using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>
/// The four files of the register, read before all others. A row of theirs that was lost leaves the bare thing it named, so that what
/// is asked about it is unknown and its rows elsewhere are not strangers.
/// </summary>
internal sealed class RegisterFiles
{
    public RegisterFiles(Func<Shape, PlainFile?> file, CancellationToken cancellation)
    {
        Content<Account> accounts = ContentReader.Read(file(AccountsFile.Shape), AccountsFile.Shape, AccountsFile.Parser, Known, cancellation);
        List<Account> allAccounts = [.. accounts.Facts, .. accounts.Lost.Select(n => n.Account).OfType<AccountId>().Distinct().Select(id => new Account(id, id.Value))];
        allAccounts.ForEach(a => Known.Add(a.Id));

        Content<Person> people = ContentReader.Read(file(PeopleFile.Shape), PeopleFile.Shape, PeopleFile.Parser, Known, cancellation);
        List<Person> allPeople = [.. people.Facts, .. people.Lost.Select(n => n.Person).OfType<PersonId>().Distinct().Select(id => new Person(id, id.Value))];
        allPeople.ForEach(p => Known.Add(p.Id));

        Content<Engagement> engagements = ContentReader.Read(file(EngagementsFile.Shape), EngagementsFile.Shape, EngagementsFile.Parser, Known, cancellation);
        List<Engagement> allEngagements = [.. engagements.Facts, .. Bare(engagements.Lost)];
        allEngagements.ForEach(Known.Add);

        Content<Contact> contacts = ContentReader.Read(file(ContactsFile.Shape), ContactsFile.Shape, ContactsFile.Parser, Known, cancellation);
        Register = new(allAccounts, allEngagements, allPeople.ToDictionary(p => p.Id), contacts.Facts.ToDictionary(c => c.Id, StringComparer.Ordinal));
        Readings = [accounts.Reading, people.Reading, engagements.Reading, contacts.Reading];
    }

    public Known Known { get; } = new();

    public Register Register { get; }

    public IReadOnlyList<SourceReading> Readings { get; }

    /// <summary>Rows that disagree about whose an engagement is leave none.</summary>
    private IEnumerable<Engagement> Bare(IEnumerable<Named> lost) => lost
        .Where(n => n is { Engagement: not null, Account: { } account } && Known.Has(account))
        .GroupBy(n => n.Engagement ?? default, n => n.Account ?? default)
        .Where(g => g.Distinct().Count() == 1)
        .Select(g => new Engagement(g.Key, g.First(), g.Key.Value));
}
