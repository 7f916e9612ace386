using System.Text;
using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>Accounts, engagements and people by their numbers, and who sits where; every file is told from this.</summary>
internal sealed class Firm
{
    public const int TeamSize = 3;

    // Engagements of five accounts in a row: eight in all.
    private static readonly int[] EngagementsPerAccount = [1, 1, 2, 2, 2];
    private static readonly string[] Prefixes = ["ACME", "BRIG", "COVE", "DALE", "ELMS", "FORD", "GLEN", "HYTH"];
    private static readonly string[] Regions = ["england-and-wales", "england-and-wales", "scotland", "england-and-wales", "northern-ireland", "england-and-wales"];

    private readonly List<int>[] _engagementsOf;

    public Firm(Scale scale)
    {
        Scale = scale;
        Chance = new Chance(scale.Seed);
        _engagementsOf = new List<int>[scale.Accounts];
        for (var account = 0; account < scale.Accounts; account++)
        {
            _engagementsOf[account] = [.. Enumerable.Range(Engagements.Count, EngagementsPerAccount[account % EngagementsPerAccount.Length])];
            Engagements.AddRange(_engagementsOf[account].Select((number, place) => Engagement(number, account, place)));
        }

        PersonIds = [.. Enumerable.Range(0, scale.People).Select(person => Encoding.UTF8.GetBytes(PersonId(person)))];
    }

    public Scale Scale { get; }

    public Chance Chance { get; }

    public List<Engagement> Engagements { get; } = [];

    public byte[][] PersonIds { get; }

    public int PeopleLeads => Math.Max(1, Scale.People / 8);

    public static string AccountId(int account) => $"{Prefixes[account % Prefixes.Length]}-{account:0000}";

    public static string Region(int account) => Regions[account % Regions.Length];

    public static string Currency(int account) => (account % 10) switch { 0 => "EUR", 1 => "USD", _ => "GBP" };

    public IReadOnlyList<int> EngagementsOf(int account) => _engagementsOf[account];

    /// <summary>The person of a team by place: neighbours share people, so that each sits in about three teams.</summary>
    public int Member(int account, int place) => (int)(((long)account * Scale.People / Scale.Accounts + place) % Scale.People);

    /// <summary>Who leads an account is one of its team: a lead of many accounts would thin everybody's available hours.</summary>
    public int LeadOf(int account) => Member(account, 0);

    public string Person(int person) => Encoding.UTF8.GetString(PersonIds[person]);

    public LocalDate? IfCome(LocalDate day) => day <= Scale.AsOf ? day : null;

    public static LocalDate WorkingDaysAfter(LocalDate day, int count)
    {
        for (var left = count; left > 0;)
        {
            day = day.PlusDays(1);
            left -= day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    // Most began long ago; one in ten within the months that are told; one in twenty has ended, another begins soon.
    private Engagement Engagement(int number, int account, int place)
    {
        var (kind, days) = (Chance.Below(20, About.Dates, number), Chance.Below(300, About.Dates, number, 1));
        var (start, end) = place == 0 && kind < 2 ? (-500 - days, 400) : kind switch
        {
            0 => (5 + days / 10, 300),
            1 => (-600 - days, -20 - days / 2),
            2 or 3 => (-10 - days / 2, 250),
            _ => (-300 - days, 30 + days),
        };
        var id = $"{AccountId(account)}-E{place + 1:00}";
        return new(number, account, Encoding.UTF8.GetBytes(id), Scale.AsOf.PlusDays(start), Scale.AsOf.PlusDays(end), 8_000 + 500 * Chance.Below(14, About.Rate, number));
    }

    private string PersonId(int person)
    {
        var (high, low) = (Chance.Roll(About.Id, person), Chance.Roll(About.Id, person, 1));
        return $"{high >> 32:x8}-{high >> 16 & 0xffff:x4}-{high & 0xffff:x4}-{low >> 48:x4}-{low & 0xffffffffffff:x12}";
    }
}

/// <summary>An engagement, its id as it is written, and what an hour of it costs in hundredths.</summary>
internal sealed record Engagement(int Number, int Account, byte[] Id, LocalDate StartedOn, LocalDate EndedOn, int HourlyRate)
{
    public string Name => Encoding.UTF8.GetString(Id);

    public bool RunsOn(LocalDate day) => StartedOn <= day && day <= EndedOn;
}
