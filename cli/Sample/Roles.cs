using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>Who holds which role: leads of accounts in three systems, teams of engagements, sales leads of pursuits.</summary>
internal static class Roles
{
    public const string Header = "system,account_id,engagement_id,opportunity_id,person_id,role,from,to,announced_on,handover_on";

    private const string AccountLead = "account lead";
    private const string Consultant = "delivery consultant";
    private const int RecordsBegin = -700;
    private const int MourneFirstChangedHands = -420;
    private const int MourneChangedHands = -150;
    private const int SecondLeadAtBallynoe = -21;

    private static readonly string[] TeamRoles = ["delivery lead", "technology lead"];
    private static readonly string[] OtherSystems = ["crm", "ledger"];

    // These stepped down so many days ago, and nobody has taken over.
    private static readonly Dictionary<(string Engagement, int Place), int> SteppedDown = new()
    {
        [("HARTWELL-01", 0)] = -20,
        [("TAMARSIDE-01", 1)] = -24,
        [("WEXCOMBE-01", 1)] = -31,
    };

    public static List<Seat> All(Firm firm) =>
    [
        .. firm.Accounts.SelectMany(account => Leads(firm, account)),
        .. Predecessors(firm),
        // Nobody was told who took over.
        .. firm.Engagements.Where(engagement => engagement.Id == "WEXCOMBE-01").Select(engagement => Held(engagement.Account, engagement, engagement.Team[2], TeamRoles[1], firm.Days.Near(-28), engagement.EndedOn) with { AnnouncedOn = null }),
        .. firm.Engagements.SelectMany(engagement => engagement.Team.SelectMany((person, place) => Team(firm.Days, engagement, person, place))),
        // One technology lead for both engagements of this account, told of the account alone.
        Held(firm.Account("INVERLOCH"), null, firm.Member("INVERLOCH", 2), TeamRoles[1], firm.Days.Near(-600), null),
        // The layers of a strategic account's team; two have none of one of them.
        .. firm.Accounts.Where(account => account.Importance == "strategic").SelectMany(account => Layers(firm, account)),
        .. Opportunities.Pursuits(firm).Select(pursuit => Held(pursuit.Account, null, firm.LeadOf(pursuit.Account), "sales lead", firm.Days.Near(-40), firm.LeadOf(pursuit.Account).EndedOn) with { Opportunity = pursuit.Id }),
    ];

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        from seat in firm.Seats
        select new object?[]
        {
            seat.System, seat.Account.Id, seat.Engagement?.Id, seat.Opportunity, seat.Person.Id, seat.Role,
            seat.From, seat.To, seat.AnnouncedOn, seat.HandoverOn,
        };

    private static IEnumerable<Seat> Leads(Firm firm, Account account)
    {
        var lead = firm.LeadOf(account);
        var took = account.Id == "MOURNE" ? firm.Days.Near(MourneChangedHands) : Began(firm.Days, account);
        var seat = Held(account, null, lead, AccountLead, took, lead.EndedOn) with { AnnouncedOn = took.PlusDays(1), HandoverOn = took.PlusDays(6) };
        // The CRM and the ledger hear last that somebody has left.
        return [seat, .. OtherSystems.Select(system => seat with { System = system, To = null })];
    }

    private static IEnumerable<Seat> Predecessors(Firm firm)
    {
        var (mourne, ballynoe, eighth) = (firm.Account("MOURNE"), firm.Account("BALLYNOE"), firm.People[People.Leads - 1]);
        // One customer has had three leads in two years.
        var handed = firm.Days.Near(MourneFirstChangedHands);
        yield return Held(mourne, null, firm.People[0], AccountLead, Began(firm.Days, mourne), handed.PlusDays(-1));
        yield return Held(mourne, null, eighth, AccountLead, handed, firm.Days.Near(MourneChangedHands).PlusDays(-1));
        yield return Held(ballynoe, null, eighth, AccountLead, firm.Days.Near(SecondLeadAtBallynoe), null) with { AnnouncedOn = null };
    }

    private static IEnumerable<Seat> Team(Almanac days, Engagement engagement, Person person, int place)
    {
        var role = place < TeamRoles.Length && engagement.Id != "INVERLOCH-02" ? TeamRoles[place] : place == 0 ? TeamRoles[0] : Consultant;
        var from = LocalDate.Max(engagement.StartedOn, person.StartedOn);
        if (!SteppedDown.TryGetValue((engagement.Id, place), out var daysAgo))
        {
            return [Held(engagement.Account, engagement, person, role, from, engagement.EndedOn)];
        }

        var last = days.Near(daysAgo);
        return
        [
            Held(engagement.Account, engagement, person, role, from, last),
            Held(engagement.Account, engagement, person, Consultant, last.PlusDays(1), engagement.EndedOn),
        ];
    }

    private static IEnumerable<Seat> Layers(Firm firm, Account account)
    {
        (string Role, int Member)[] layers = [("core", 1), ("core", 2), ("extended", 3), ("partner", 4), ("corporate", 1)];
        string? without = account.Id switch { "HARTWELL" => "partner", "LARKFIELD" => "corporate", _ => null };
        foreach (var (role, member) in layers.Where(layer => layer.Role != without))
        {
            var person = firm.Member(account.Id, member);
            var mine = firm.Engagements.Where(engagement => engagement.Account == account && engagement.Team.Contains(person)).ToList();
            yield return Held(account, null, person, role, LocalDate.Max(mine.Min(engagement => engagement.StartedOn), person.StartedOn), mine.Max(engagement => engagement.EndedOn));
        }
    }

    private static LocalDate Began(Almanac days, Account account) => LocalDate.Max(account.StartedOn, days.Near(RecordsBegin));

    private static Seat Held(Account account, Engagement? engagement, Person person, string role, LocalDate from, LocalDate? to) =>
        new(account, engagement, person, role, from, to) { AnnouncedOn = from };
}
