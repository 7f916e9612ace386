using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.Exports;

/// <summary>
/// The four files of the register, read before all others. A row of theirs that was lost leaves the bare thing it named, so that what
/// is asked about it is unknown and its rows elsewhere are not strangers.
/// </summary>
internal sealed class RegisterFiles
{
    private readonly Func<Shape, PlainFile?> _file;
    private readonly LocalDate _today;
    private readonly CancellationToken _cancellation;

    public RegisterFiles(Func<Shape, PlainFile?> file, Func<KnownWords> words, LocalDate today, CancellationToken cancellation)
    {
        (_file, _today, _cancellation, Known) = (file, today, cancellation, new(words));
        Content<Account> accounts = Read(AccountsFile.Shape, AccountsFile.Parser);
        List<Account> allAccounts = [.. accounts.Facts, .. BareAccounts(accounts.Lost)];
        allAccounts.ForEach(a => Known.Add(a.Id));
        ListIfRead(IdKind.Account, accounts.Reading);

        Content<Person> people = Read(PeopleFile.Shape, PeopleFile.Parser);
        Dictionary<PersonId, Person> allPeople = new(people.Facts.Count);
        foreach (Person person in people.Facts)
            allPeople.Add(person.Id, person);
        foreach (Named lost in people.Lost)
            if (lost.Person is { } id)
                allPeople.TryAdd(id, new Person(id, id.Value));
        foreach (PersonId id in allPeople.Keys)
            Known.Add(id);
        ListIfRead(IdKind.Person, people.Reading);

        Content<Engagement> engagements = Read(EngagementsFile.Shape, EngagementsFile.Parser);
        List<Engagement> allEngagements = [.. engagements.Facts, .. BareEngagements(engagements.Lost)];
        allEngagements.ForEach(Known.Add);
        ListIfRead(IdKind.Engagement, engagements.Reading);

        Content<Contact> contacts = Read(ContactsFile.Shape, ContactsFile.Parser);
        Dictionary<string, Contact> allContacts = new(StringComparer.Ordinal);
        foreach (Contact contact in contacts.Facts)
            allContacts.Add(contact.Id, contact);

        Register = new(allAccounts, allEngagements, allPeople, allContacts);
        Readings = [accounts.Reading, people.Reading, engagements.Reading, contacts.Reading];
    }

    public Known Known { get; }

    public Register Register { get; }

    public IReadOnlyList<SourceReading> Readings { get; }

    private Content<T> Read<T>(Shape shape, Func<Header, Func<Row, T>> parser) where T : class =>
        new ContentReader<T>(_file(shape), shape, parser, Known, _today, _cancellation).Read();

    private void ListIfRead(IdKind kind, SourceReading reading)
    {
        if (reading.State == ReadingState.Read)
            Known.List(kind);
    }

    private static List<Account> BareAccounts(IReadOnlyList<Named> lost)
    {
        Dictionary<string, Account> bare = new(StringComparer.Ordinal);
        foreach (Named names in lost)
            if (names.Account is { } id)
                bare.TryAdd(id.Value, new Account(id, id.Value) { Region = names.Region });
        return [.. bare.Values];
    }

    /// <summary>Rows that disagree about whose an engagement is leave none.</summary>
    private List<Engagement> BareEngagements(IReadOnlyList<Named> lost)
    {
        Dictionary<string, Engagement?> bare = new(StringComparer.Ordinal);
        foreach (Named names in lost)
            if (names is { Engagement: { } id, Account: { } account } && Known.Has(account)
                && !bare.TryAdd(id.Value, new Engagement(id, account, id.Value)) && bare[id.Value]?.Account != account)
                bare[id.Value] = null;
        return [.. bare.Values.OfType<Engagement>()];
    }
}
