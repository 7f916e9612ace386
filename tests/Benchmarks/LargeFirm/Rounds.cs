using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>What comes round by the calendar or so many days after the last, beside the meetings: reviews of accounts, engagements, people and risks. A few never happened.</summary>
internal static class Rounds
{
    private const int MissedPercent = 2;
    private const int MonthsBack = 13;

    private static readonly string[] Quarterly =
    [
        "iso review", "gdpr review", "security review", "satisfaction survey", "relationship review", "stakeholder map", "value add", "strategy canvas",
        "account plan", "competency matrix", "account retrospective", "social event",
    ];

    private static readonly string[] OfThePerson = ["development plan", "succession plan", "plan contribution"];

    /// <summary>Writes one activity: account, engagement, person, kind, day, participants.</summary>
    public delegate void Tell(string account, byte[] engagement, byte[] person, string kind, LocalDate day, string participants);

    public static void Write(Firm firm, Tell tell)
    {
        for (var account = 0; account < firm.Scale.Accounts; account++)
        {
            OfAccount(firm, account, tell);
            OfTeam(firm, account, tell);
        }
    }

    private static void OfAccount(Firm firm, int account, Tell tell)
    {
        var (id, lead) = (Firm.AccountId(account), firm.Person(firm.LeadOf(account)));
        void Held(string kind, LocalDate day, byte[]? engagement = null, string? who = null)
        {
            if (day <= firm.Scale.AsOf && !firm.Chance.Percent(MissedPercent, About.Meeting, account, kind.Length * 400 + day.DayOfYear))
            {
                tell(id, engagement ?? [], [], kind, day, who ?? lead);
            }
        }

        foreach (var day in Back(firm, 7, 55, 2))
        {
            Held("finance review", day);
        }

        for (var month = 0; month <= MonthsBack; month++)
        {
            var day = firm.Scale.AsOf.With(DateAdjusters.StartOfMonth).PlusMonths(-month).PlusDays(3 + account % 20);
            Held("roadmap review", day);
            Held("account team meeting", day);
            Held("sales meeting", day, who: $"{lead};customer");
            // Once a quarter, in the middle of it.
            foreach (var kind in day.Month % 3 == 2 ? Quarterly : [])
            {
                Held(kind, day);
            }

            foreach (var engagement in day.Month % 3 == 2 ? firm.EngagementsOf(account) : [])
            {
                Held("quality review", day, firm.Engagements[engagement].Id);
            }
        }

        foreach (var day in Back(firm, 14, 3, account % 12))
        {
            Held("risk review", day);
            Held("people movements", day);
            Held("visit", day, who: $"{lead};{id}-C1;{id}-C2;{id}-C3;{id}-C4;{id}-C5;{id}-C6");
            foreach (var engagement in firm.EngagementsOf(account))
            {
                Held("delivery report", day, firm.Engagements[engagement].Id);
            }
        }
    }

    private static void OfTeam(Firm firm, int account, Tell tell)
    {
        for (var place = 0; place < Firm.TeamSize; place++)
        {
            var person = firm.Member(account, place);
            var with = $"{firm.Person(person)};{firm.Person(person % firm.PeopleLeads)}";
            foreach (var kind in OfThePerson)
            {
                tell(Firm.AccountId(account), [], firm.PersonIds[person], kind, firm.Scale.AsOf.PlusDays(-5 - account % 70), with);
            }

            for (var quarter = 0; quarter < 5; quarter++)
            {
                tell(Firm.AccountId(account), [], firm.PersonIds[person], "three minds", firm.Scale.AsOf.PlusDays(-2 - account % 30 - 91 * quarter), with);
            }
        }
    }

    private static IEnumerable<LocalDate> Back(Firm firm, int every, int times, int since) =>
        Enumerable.Range(0, times).Select(number => firm.Scale.AsOf.PlusDays(-since - every * number));
}
