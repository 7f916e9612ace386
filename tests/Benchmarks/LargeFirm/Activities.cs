using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>Reviews, one-to-ones and rounds of a year, retrospectives of a quarter; a few never happened, those of this month are booked.</summary>
internal static class Activities
{
    private const int RetrospectivesTold = 6;
    private const int MissedPercent = 3;

    // One in so many has stopped meeting since the month before last; what is missed earlier is made good by the next meeting.
    private const int OneStoppedOf = 60;

    public static void Write(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "activities.csv", "activity_id,account_id,engagement_id,person_id,kind,held_on,evidence,participants,source");
        for (var month = firm.Scale.LookBack; month <= firm.Scale.AsOf; month = month.PlusMonths(1))
        {
            Reviews(rows, firm, month);
            OneToOnes(rows, firm, month);
        }

        foreach (var engagement in firm.Engagements.Where(engagement => engagement.RunsOn(firm.Scale.AsOf)))
        {
            Retrospectives(rows, firm, engagement);
        }

        Rounds.Write(firm, (account, engagement, person, kind, day, participants) => Row(rows, firm, account, engagement, person, kind, day, participants));
    }

    private static void Reviews(RowWriter rows, Firm firm, LocalDate month)
    {
        for (var account = 0; account < firm.Scale.Accounts; account++)
        {
            if (Meets(firm, account, month, 0))
            {
                var day = month.PlusDays(firm.Chance.Below(27, About.Meeting, account, 20 + month.Month));
                var participants = account % 3 == 0 ? $"{firm.Person(firm.LeadOf(account))};customer" : $"{firm.Person(firm.LeadOf(account))};{Firm.AccountId(account)}-C1";
                Row(rows, firm, Firm.AccountId(account), [], [], "service review", day, participants);
            }
        }
    }

    private static void OneToOnes(RowWriter rows, Firm firm, LocalDate month)
    {
        for (var person = 0; person < firm.Scale.People; person++)
        {
            if (Meets(firm, person, month, 40))
            {
                var day = month.PlusDays(firm.Chance.Below(27, About.Meeting, person, 60 + month.Month));
                Row(rows, firm, "", [], firm.PersonIds[person], "one-to-one", day, $"{firm.Person(person)};{firm.Person(person % firm.PeopleLeads)}");
            }
        }
    }

    private static void Retrospectives(RowWriter rows, Firm firm, Engagement engagement)
    {
        var since = firm.Chance.Percent(3, About.Meeting, engagement.Number, 90) ? 30 : firm.Chance.Below(12, About.Meeting, engagement.Number, 91);
        for (var number = 0; number < RetrospectivesTold; number++)
        {
            var day = firm.Scale.AsOf.PlusDays(-since - 14 * number);
            if (day > engagement.StartedOn)
            {
                var team = string.Join(';', Enumerable.Range(0, Firm.TeamSize).Select(place => firm.Person(firm.Member(engagement.Account, place))));
                Row(rows, firm, Firm.AccountId(engagement.Account), engagement.Id, [], number % 3 == 2 ? "squad health check" : "retrospective", day, team);
            }
        }
    }

    private static bool Meets(Firm firm, int subject, LocalDate month, int kind) =>
        !firm.Chance.Percent(MissedPercent, About.Meeting, subject, kind + month.Month)
        && (subject % OneStoppedOf != kind || month < firm.Scale.AsOf.PlusMonths(-2));

    private static void Row(RowWriter rows, Firm firm, string account, byte[] engagement, byte[] person, string kind, LocalDate day, string participants) =>
        rows.Add($"ACT-{rows.Rows:000000}").Add(account).Add(engagement).Add(person).Add(kind).Add(day)
            .Add(day <= firm.Scale.AsOf ? "held" : "scheduled").Add(participants).Add("register").End();
}
