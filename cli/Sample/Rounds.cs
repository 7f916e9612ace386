using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>What comes round again so many days after the last: reports, risks, plans, people and those whom the firm meets. Some rounds have stopped.</summary>
internal static class Rounds
{
    private const int Fortnight = 14;
    private const int HalfYear = 150;
    private const int Quarter = 80;
    private const int Rounded = 5;

    // Days since the last one, where it is longer ago than it should be.
    private static readonly Dictionary<string, int> Since = new()
    {
        ["delivery report STRATHYRE-02"] = 21,
        ["delivery report HARTWELL-01"] = 45,
        ["risk review LARKFIELD"] = 25,
        ["people movements ORRIN"] = 33,
    };

    private static readonly string[] KeyRoles = ["account lead", "delivery lead", "technology lead"];

    public static IEnumerable<Activity> All(Firm firm) =>
        firm.Accounts.SelectMany(account => OfAccount(firm, account))
            .Concat(firm.Engagements.Where(engagement => engagement.RunsOn(firm.Days.Today)).SelectMany(engagement => OfEngagement(firm, engagement)))
            .Concat(firm.Seats.Where(seat => seat.System == "psa" && seat.HeldOn(firm.Days.Today) && seat.Account.Id != "HARTWELL").SelectMany(seat => OfSeat(firm, seat)));

    private static IEnumerable<Activity> OfAccount(Firm firm, Account account)
    {
        var lead = firm.LeadOf(account);
        foreach (var kind in new[] { "risk review", "people movements" })
        {
            // A lead who has left goes to no meeting.
            foreach (var day in Days(firm, $"{kind} {account.Id}", Fortnight).Where(lead.Employed))
            {
                yield return new(kind, account, null, null, day, Activity.Held, $"{lead.Id};{firm.Member(account.Id, 1).Id}");
            }
        }

        foreach (var contact in Contacts.Met(account))
        {
            foreach (var day in Days(firm, $"visit {contact}", Quarter))
            {
                yield return new("visit", account, null, null, day, Activity.Held, $"{firm.Member(account.Id, 1).Id};{contact}");
            }
        }
    }

    private static IEnumerable<Activity> OfEngagement(Firm firm, Engagement engagement) =>
        from day in Days(firm, $"delivery report {engagement.Id}", Fortnight)
        where day >= engagement.StartedOn
        select new Activity("delivery report", engagement.Account, engagement, null, day, Activity.Held, engagement.Team[0].Id);

    private static IEnumerable<Activity> OfSeat(Firm firm, Seat seat)
    {
        var person = seat.Person;
        var with = $"{person.Id};{person.PeopleLead}";
        if (KeyRoles.Contains(seat.Role))
        {
            yield return new("succession plan", seat.Account, null, person, Once(firm, "succession", seat, HalfYear), Activity.Held, $"{person.Id};{firm.Member(seat.Account.Id, 3).Id}");
        }

        if (seat.Role == "core" && seat.Account.Id != "LARKFIELD")
        {
            yield return new("plan contribution", seat.Account, null, person, Once(firm, "contribution", seat, Quarter), Activity.Held, person.Id);
        }

        if (seat.Role is "account lead" or "delivery consultant" or "delivery lead" or "technology lead")
        {
            yield return new("development plan", seat.Account, null, person, Once(firm, "development", seat, HalfYear), Activity.Held, with);
            foreach (var day in firm.Days.MiddlesOfQuarters(firm.Dice($"three minds {person.Id} {seat.Account.Id}").Between(7, 26)).Where(day => day >= seat.From))
            {
                yield return new("three minds", seat.Account, null, person, day, Activity.Held, with);
            }
        }
    }

    private static LocalDate Once(Firm firm, string what, Seat seat, int within) => firm.Days.Near(-firm.Dice($"{what} {seat.Person.Id} {seat.Account.Id} {seat.Role}").Between(1, within));

    private static IEnumerable<LocalDate> Days(Firm firm, string what, int every)
    {
        var since = Since.GetValueOrDefault(what, firm.Dice(what).Between(1, every - 3));
        return Enumerable.Range(0, Rounded).Select(number => firm.Days.Near(-since - every * number));
    }
}
