using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>The whole firm on one day, before it is written down.</summary>
internal sealed class Firm
{
    private readonly int _seed;

    public Firm(Almanac days, int seed)
    {
        (Days, _seed) = (days, seed);
        Accounts = Sample.Accounts.All(days);
        People = Sample.People.All(days, seed, Accounts);
        Engagements = Sample.Engagements.All(days, Accounts, People);
        Seats = Roles.All(this);
        Absences = Sample.Absences.All(this).ToLookup(absence => absence.Person);
        Entries = [.. Timesheets.All(this)];
    }

    public Almanac Days { get; }

    public List<Account> Accounts { get; }

    public List<Person> People { get; }

    public List<Engagement> Engagements { get; }

    public List<Seat> Seats { get; }

    public ILookup<Person, Absence> Absences { get; }

    public List<TimeEntry> Entries { get; }

    public Dice Dice(string subject) => Sample.Dice.For(_seed, subject);

    public Account Account(string id) => Accounts.Single(account => account.Id == id);

    public Person Member(string account, int number) => Sample.People.Of(Accounts, People, account, number);

    public Person LeadOf(Account account) => People[account.Cast.Lead - 1];

    /// <summary>Employed, and on no leave that has been agreed or is still to be agreed.</summary>
    public bool AtWork(Person person, LocalDate day) =>
        person.Employed(day) && !Absences[person].Any(absence => absence.Covers(day));
}
