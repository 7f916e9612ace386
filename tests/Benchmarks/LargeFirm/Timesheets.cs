using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>A million rows of time, newest week first; what they are worth is added up on the way for the invoices.</summary>
internal static class Timesheets
{
    private const int FullDay = 7_50;
    private const int DaysInWeek = 5;
    private const int LongestHistory = 520;

    // Half of the categories are quoted: two because they must be, one because its tool quotes it.
    private static readonly byte[][] Billed =
        [.. "Analysis;Build and test;\"Design, build and test\";\"Workshops, on site\";Release;\"Support\"".Split(';').Select(System.Text.Encoding.UTF8.GetBytes)];

    private static readonly byte[][] Unbilled =
        [.. "Training;\"Planning, internal\";Proposal support".Split(';').Select(System.Text.Encoding.UTF8.GetBytes)];

    public static void Write(string folder, Firm firm, Worth worth)
    {
        using var rows = new RowWriter(folder, "time.csv", "entry_date,person_id,engagement_id,hours,billable,category,value,currency,submitted_on,approved_on");
        var monday = firm.Scale.AsOf.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        for (var week = 0; week < LongestHistory && rows.Rows < firm.Scale.TimeRows; week++)
        {
            for (var person = 0; person < firm.Scale.People && rows.Rows < firm.Scale.TimeRows; person++)
            {
                Week(rows, firm, worth, person, week, monday.PlusDays(-7 * week));
            }
        }
    }

    // A team's people take turns by the week, so that each account has somebody every week.
    private static void Week(RowWriter rows, Firm firm, Worth worth, int person, int week, LocalDate monday)
    {
        var account = Account(firm, person, week);
        if (Leave.Covers(firm, person, monday))
        {
            return;
        }

        var approved = Approved(firm, person, week, monday.PlusDays(6));
        for (var day = 0; day < DaysInWeek && rows.Rows < firm.Scale.TimeRows; day++)
        {
            var date = monday.PlusDays(day);
            if (date <= firm.Scale.AsOf && Engagement(firm, account, person, day, date) is { } engagement)
            {
                Row(rows, firm, worth, person, engagement, date, Bills(firm, account, week, day), approved);
            }
        }
    }

    private static void Row(RowWriter rows, Firm firm, Worth worth, int person, Engagement engagement, LocalDate date, bool bills, LocalDate? approved)
    {
        var (luck, value) = (firm.Chance.Below(6, About.Hours, person, date.DayOfYear), (long)FullDay * engagement.HourlyRate / 100);
        rows.Add(date).Add(firm.PersonIds[person]).Add(engagement.Id).AddHundredths(FullDay).Add(bills).Add(bills ? Billed[luck] : Unbilled[luck % Unbilled.Length]);
        if (bills)
        {
            worth.Add(engagement, date, value);
            rows.AddHundredths(value).Add(Firm.Currency(engagement.Account));
        }
        else
        {
            rows.Blank().Blank();
        }

        rows.Add(firm.IfCome(date.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Friday)))).Add(approved).End();
    }

    private static int Account(Firm firm, int person, int week)
    {
        var first = (int)((long)person * firm.Scale.Accounts / firm.Scale.People);
        return (first - week % Firm.TeamSize + firm.Scale.Accounts) % firm.Scale.Accounts;
    }

    // One person in three gives the end of the week to the account's other engagement.
    private static Engagement? Engagement(Firm firm, int account, int person, int day, LocalDate date)
    {
        var running = firm.EngagementsOf(account).Where(number => firm.Engagements[number].RunsOn(date)).ToList();
        var turn = person % 3 == 0 && day > 2 ? 1 : person;
        return running.Count == 0 ? null : firm.Engagements[running[turn % running.Count]];
    }

    // Each account bills its own share of its days, evenly: most within bounds, some above, some below.
    private static bool Bills(Firm firm, int account, int week, int day)
    {
        var share = firm.Chance.Percent(85, About.Share, account) ? 76 + account % 7 : 60 + account % 38;
        var number = week * DaysInWeek + day;
        return (number + 1) * share / 100 > number * share / 100;
    }

    private static LocalDate? Approved(Firm firm, int person, int week, LocalDate sunday) => firm.Chance.Below(100, About.Approval, person, week) switch
    {
        0 => null,
        < 5 => firm.IfCome(Firm.WorkingDaysAfter(sunday, 5)),
        var luck => firm.IfCome(Firm.WorkingDaysAfter(sunday, 1 + luck % 2)),
    };
}
