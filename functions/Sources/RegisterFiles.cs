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
        Content<Account> accounts = Read(file, AccountsFile.Shape, AccountsFile.Parser, cancellation);
        List<Account> allAccounts = [.. accounts.Facts, .. accounts.Lost.Select(n => n.Account).OfType<AccountId>().Distinct().Select(id => new Account(id, id.Value))];
        allAccounts.ForEach(a => Known.Add(a.Id));

        Content<Person> people = Read(file, PeopleFile.Shape, PeopleFile.Parser, cancellation);
        List<Person> allPeople = [.. people.Facts, .. people.Lost.Select(n => n.Person).OfType<PersonId>().Distinct().Select(id => new Person(id, id.Value))];
        allPeople.ForEach(p => Known.Add(p.Id));

        Content<Engagement> engagements = Read(file, EngagementsFile.Shape, EngagementsFile.Parser, cancellation);
        List<Engagement> allEngagements = [.. engagements.Facts, .. Bare(engagements.Lost)];
        allEngagements.ForEach(Known.Add);

        Content<Contact> contacts = Read(file, ContactsFile.Shape, ContactsFile.Parser, cancellation);
        Register = new(allAccounts, allEngagements, allPeople.ToDictionary(p => p.Id), contacts.Facts.ToDictionary(c => c.Id, StringComparer.Ordinal));
        Readings = [accounts.Reading, people.Reading, engagements.Reading, contacts.Reading];
    }

    public Known Known { get; } = new();

    public Register Register { get; }

    public IReadOnlyList<SourceReading> Readings { get; }

    private Content<T> Read<T>(Func<Shape, PlainFile?> file, Shape shape, Func<Header, Func<Row, T>> parser, CancellationToken cancellation) where T : class =>
        new ContentReader<T>(file(shape), shape, parser, Known, cancellation).Read();

    /// <summary>Rows that disagree about whose an engagement is leave none.</summary>
    private IEnumerable<Engagement> Bare(IEnumerable<Named> lost) => lost
        .Where(n => n is { Engagement: not null, Account: { } account } && Known.Has(account))
        .GroupBy(n => n.Engagement ?? default, n => n.Account ?? default)
        .Where(g => g.Distinct().Count() == 1)
        .Select(g => new Engagement(g.Key, g.First(), g.Key.Value));
}
