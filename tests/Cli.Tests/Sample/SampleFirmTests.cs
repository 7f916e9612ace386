using System.Globalization;
using NodaTime;

namespace Plumbline.Cli.Tests.Sample;

public sealed class SampleFirmTests(SampleFirms firms) : IClassFixture<SampleFirms>
{
    private const string AnyDay = "2026-11-21";

    public static TheoryData<string> Days => ["2026-11-21", "2024-02-29", "2026-01-01", "2026-12-31", "2026-03-02", "2027-04-06", "2025-08-31"];

    public static TheoryData<string, string> Headers => new()
    {
        { "accounts.csv", "account_id,name,importance,customer_domains,region,status,started_on,ended_on,growth_target,margin_target" },
        { "contacts.csv", "contact_id,account_id,email,stakeholder_role,unit" },
        { "people.csv", "person_id,name,email,career_level,people_lead_id,weekly_hours,started_on,ended_on" },
        { "engagements.csv", "engagement_id,account_id,name,status,started_on,ended_on,billable,budget,updated_on" },
        { "roles.csv", "system,account_id,engagement_id,opportunity_id,person_id,role,from,to,announced_on,handover_on" },
        { "time.csv", "entry_date,person_id,engagement_id,hours,billable,category,value,currency,submitted_on,approved_on" },
        { "expenses.csv", "expense_id,person_id,engagement_id,spent_on,amount,currency,submitted_on,approved_on" },
        { "absences.csv", "absence_id,person_id,kind,from,to,requested_on,decided_on" },
        { "invoices.csv", "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed" },
        { "documents.csv", "document_id,account_id,engagement_id,kind,reviewed_by_legal_on,agreed_by_board_on,signed_by_all_on,recorded_on,starts_on,ends_on" },
        { "activities.csv", "activity_id,account_id,engagement_id,person_id,kind,held_on,evidence,participants,source" },
        { "items.csv", "kind,item_id,account_id,engagement_id,person_id,anchor_on,due_on,done_on,amount,currency" },
        { "readings.csv", "figure,account_id,engagement_id,person_id,value,as_of" },
        { "opportunities.csv", "system,opportunity_id,account_id,status,stage,value,currency,updated_on" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_file_has_the_columns_of_its_plain_file_in_order(string name, string header)
    {
        var firm = firms.On(AnyDay);
        Assert.Equal(header, firm.Header(name));
    }

    [Fact]
    public void The_firm_is_those_files_and_no_other()
    {
        var firm = firms.On(AnyDay);
        Assert.Equal(Headers.Select(row => (string)row[0]).Order(StringComparer.Ordinal), firm.Names);
    }

    [Fact]
    public void The_same_seed_and_day_write_the_same_bytes()
    {
        var once = firms.On(AnyDay);
        using var again = new SampleFiles(AnyDay);
        Assert.All(once.Names, name => Assert.Equal(once.Hash(name), again.Hash(name)));
    }

    [Fact]
    public void Another_seed_writes_another_firm()
    {
        var once = firms.On(AnyDay);
        using var other = new SampleFiles(AnyDay, seed: 8);
        Assert.NotEqual(once.Hash("people.csv"), other.Hash("people.csv"));
        Assert.NotEqual(once.Hash("time.csv"), other.Hash("time.csv"));
    }

    [Fact]
    public void Files_begin_without_a_mark_and_end_their_lines_with_LF()
    {
        var firm = firms.On(AnyDay);
        Assert.All(firm.Names, name => Assert.True(firm.Bytes(name) is [not 0xEF, .., (byte)'\n']));
        Assert.All(firm.Names, name => Assert.Equal(-1, Array.IndexOf(firm.Bytes(name), (byte)'\r')));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_row_names_what_exists(string today)
    {
        var firm = firms.On(today);
        Dictionary<string, HashSet<string>> known = new()
        {
            ["account_id"] = firm.Column("accounts.csv", "account_id"),
            ["engagement_id"] = firm.Column("engagements.csv", "engagement_id"),
            ["person_id"] = firm.Column("people.csv", "person_id"),
            ["people_lead_id"] = firm.Column("people.csv", "person_id"),
            ["opportunity_id"] = firm.Column("opportunities.csv", "opportunity_id"),
        };
        Assert.Empty(from name in firm.Names
                     from row in firm.Rows(name)
                     from column in known
                     where row.GetValueOrDefault(column.Key) is { Length: > 0 } id && !column.Value.Contains(id)
                     select $"{name}: {column.Key} {row[column.Key]}");
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_participant_is_a_person_a_contact_or_the_customer(string today)
    {
        var firm = firms.On(today);
        HashSet<string> known = [.. firm.Column("people.csv", "person_id"), .. firm.Column("contacts.csv", "contact_id"), "customer"];
        Assert.All(firm.Rows("activities.csv").SelectMany(row => row["participants"].Split(';')), participant => Assert.Contains(participant, known));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void What_has_happened_is_dated_today_at_the_latest(string today)
    {
        var firm = firms.On(today);
        string[] past =
        [
            "entry_date", "submitted_on", "approved_on", "spent_on", "requested_on", "decided_on", "raised_on", "paid_on", "updated_on",
            "done_on", "reviewed_by_legal_on", "agreed_by_board_on", "signed_by_all_on", "recorded_on",
        ];
        Assert.Empty(from name in firm.Names
                     from row in firm.Rows(name)
                     from column in past
                     where row.GetValueOrDefault(column) is { Length: > 0 } day && SampleFiles.Day(day) > firm.Today
                     select $"{name}: {column} {row[column]}");
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Only_a_booking_is_dated_after_today(string today)
    {
        var firm = firms.On(today);
        var booked = firm.Rows("activities.csv").Where(row => SampleFiles.Day(row["held_on"]) > firm.Today);
        Assert.All(booked, row => Assert.Equal("scheduled", row["evidence"]));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_at_work_is_booked_in_full_and_a_day_away_not_at_all(string today)
    {
        var firm = firms.On(today);
        var weekly = firm.Rows("people.csv").ToDictionary(row => row["person_id"], row => Number(row["weekly_hours"]));
        var away = firm.Rows("absences.csv").ToLookup(row => row["person_id"], row => (From: SampleFiles.Day(row["from"]), To: SampleFiles.Day(row["to"])));
        foreach (var day in firm.Rows("time.csv").GroupBy(row => (Person: row["person_id"], Day: SampleFiles.Day(row["entry_date"]))))
        {
            Assert.Equal(weekly[day.Key.Person] / 5, day.Sum(row => Number(row["hours"])));
            Assert.True(SampleFiles.IsWorkingDay(day.Key.Day));
            Assert.DoesNotContain(away[day.Key.Person], absence => absence.From <= day.Key.Day && day.Key.Day <= absence.To);
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void A_person_books_a_day_once_on_an_engagement_that_runs(string today)
    {
        var firm = firms.On(today);
        var runs = firm.Rows("engagements.csv").ToDictionary(row => row["engagement_id"], row => (From: SampleFiles.Day(row["started_on"]), To: SampleFiles.Day(row["ended_on"])));
        var rows = firm.Rows("time.csv").Select(row => (Day: SampleFiles.Day(row["entry_date"]), Person: row["person_id"], Engagement: row["engagement_id"])).ToList();
        Assert.Equal(rows.Count, rows.Distinct().Count());
        Assert.All(rows, row => Assert.InRange(row.Day, runs[row.Engagement].From, runs[row.Engagement].To));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void An_id_is_given_once(string today)
    {
        var firm = firms.On(today);
        foreach (var (name, key) in new[] { ("accounts.csv", "account_id"), ("people.csv", "person_id"), ("invoices.csv", "invoice_number"), ("documents.csv", "document_id"), ("items.csv", "item_id"), ("activities.csv", "activity_id"), ("people.csv", "email") })
        {
            Assert.Equal(firm.Rows(name).Count, firm.Column(name, key).Count);
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_ledger_has_every_kind_of_trouble(string today)
    {
        var firm = firms.On(today);
        var invoices = firm.Rows("invoices.csv");
        Assert.Contains(invoices, row => row["status"] == "void");
        Assert.Contains(invoices, row => row["disputed"] == "yes");
        Assert.Contains(invoices, row => Number(row["total"]) < 0);
        Assert.Contains(invoices, row => Number(row["outstanding"]) is > 0 and var left && left < Number(row["total"]));
        Assert.Contains(invoices, row => row["status"] == "open" && SampleFiles.Day(row["due_on"]).PlusDays(30) < firm.Today);
        Assert.Equal(["EUR", "GBP", "USD"], invoices.Select(row => row["currency"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_draft_lies_in_the_ledger_of_the_month_that_has_ended()
    {
        var firm = firms.On(AnyDay);
        Assert.Equal("2026-10", Assert.Single(firm.Rows("invoices.csv"), row => row["status"] == "draft")["period"]);
    }

    [Fact]
    public void The_firm_is_twelve_accounts_sixty_people_and_seven_months()
    {
        var firm = firms.On(AnyDay);
        var engagements = firm.Rows("engagements.csv");
        Assert.Equal(12, firm.Rows("accounts.csv").Count);
        Assert.Equal(60, firm.Rows("people.csv").Count);
        Assert.Equal(26, engagements.Count);
        Assert.Equal(4, engagements.Count(row => row["status"] == "closed"));
        Assert.Equal(3, engagements.Count(row => row["status"] == "planned"));
        Assert.Equal(new LocalDate(2026, 4, 1), SampleFiles.Day(firm.Column("time.csv", "entry_date").Min(StringComparer.Ordinal)!));
        Assert.InRange(firm.Rows("time.csv").Count, 8_000, 14_000);
    }

    [Fact]
    public void Regions_importances_and_names_are_mixed()
    {
        var firm = firms.On(AnyDay);
        Assert.Equal(3, firm.Column("accounts.csv", "region").Count);
        Assert.Equal(3, firm.Column("accounts.csv", "importance").Count);
        Assert.Equal(12, firm.Column("accounts.csv", "name").Count);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
