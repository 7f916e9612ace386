using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>The sixty people of the firm: eight who lead accounts, then each account's team in the order of the accounts.</summary>
internal static class People
{
    public const string Header = "person_id,name,email,career_level,people_lead_id,weekly_hours,started_on,ended_on";
    public const int Leads = 8;

    // The lead of the account in trouble has gone, and nobody has come after.
    private const int LeadWhoLeft = 4;
    private const int LeftDaysAgo = 17;

    public static List<Person> All(Almanac days, int seed, IReadOnlyList<Account> accounts)
    {
        var people = Enumerable.Range(1, Leads).Select(number => Lead(days, seed, number)).ToList();
        foreach (var account in accounts)
        {
            for (var member = 1; member <= account.Cast.Team; member++)
            {
                people.Add(Member(days, seed, account, member, people.Count + 1));
            }
        }

        return people;
    }

    /// <summary>A member of an account's team, numbered from one.</summary>
    public static Person Of(IReadOnlyList<Account> accounts, IReadOnlyList<Person> people, string account, int member) =>
        people[Leads + accounts.TakeWhile(other => other.Id != account).Sum(other => other.Cast.Team) + member - 1];

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        from person in firm.People
        select new object?[]
        {
            person.Id, person.Name, person.Email, person.Level, person.PeopleLead, person.WeeklyHours, person.StartedOn, person.EndedOn,
        };

    private static Person Lead(Almanac days, int seed, int number)
    {
        var dice = Dice.For(seed, $"lead {number}");
        var left = number == LeadWhoLeft ? days.Near(-LeftDaysAgo) : (LocalDate?)null;
        // The first leads the others, and one of them leads the first.
        return new(Id(number), Name(seed, number), dice.Between(8, 9), Id(number == 1 ? 2 : 1), 37.5m, days.Near(-dice.Between(1300, 3600)), left);
    }

    private static Person Member(Almanac days, int seed, Account account, int member, int number)
    {
        var dice = Dice.For(seed, $"member {account.Id} {member}");
        var hours = dice.Pick([37.5m, 37.5m, 37.5m, 37.5m, 37.5m, 37.5m, 37.5m, 37.5m, 30m, 22.5m]);
        var level = member <= 2 ? dice.Between(5, 7) : dice.Between(2, 5);
        return new(Id(number), Name(seed, number), level, Id(account.Cast.Lead), hours, Joined(days, dice, account, member), null);
    }

    // Who has been on the account since before the history began joined years ago; who came later was hired for it.
    private static LocalDate Joined(Almanac days, Dice dice, Account account, int member)
    {
        var seated = days.Near(Engagements.FirstDay(account, member));
        return seated < days.HistoryStart ? days.Near(-dice.Between(620, 2600)) : days.OnOrBefore(seated.PlusDays(-dice.Between(2, 14)));
    }

    private static string Id(int number) => $"P-{number:000}";

    private static string Name(int seed, int number) => Names.Of(Dice.For(seed, "names").Between(0, 300) + number);
}
