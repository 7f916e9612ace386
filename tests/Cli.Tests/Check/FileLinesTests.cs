using System.Text.Json.Nodes;
using Plumbline.Ingest.Tests.Calendars;

namespace Plumbline.Cli.Tests.Check;

/// <summary>The end of the text: what was read, file by file.</summary>
public sealed class FileLinesTests
{
    private static string[] LastLines(string folder, int count) =>
        CheckedFolder.Run("check", folder, "--as-of", CheckedFolder.Day).Output.Split(Environment.NewLine)[^(count + 1)..^1];

    [Fact]
    public void Each_file_stands_at_the_end_with_its_rows_those_refused_and_its_newest_date()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "2026-09-02,2026-10-02", "2026-09-02,2026-10-32");
        folder.Write("contacts.csv", "contact_id,account_id,email,stakeholder_role,unit\nC1,A1,,sponsor,x\n");
        Assert.Equal(
        [
            "",
            "Judged as of 15 September 2026; dates after it are not known yet.",
            "file             rows  refused  newest date",
            "accounts.csv        1        0  2026-06-01 started_on",
            "contacts.csv        1        0  -",
            "engagements.csv     1        0  -",
            "invoices.csv        3        1  2026-08-04 raised_on",
            "time.csv            3        0  2026-08-04 entry_date",
        ], LastLines(folder.Path, 8));
    }

    [Fact]
    public void A_refused_file_has_no_count_and_a_file_that_is_not_there_has_no_line()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("invoices.csv", "");
        folder.Delete("time.csv");
        Assert.Equal("invoices.csv        -      all  -", LastLines(folder.Path, 1)[0]);
    }

    [Fact]
    public void A_day_after_the_day_judged_does_not_make_a_file_new()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("activities.csv", "activity_id,account_id,kind,held_on,evidence,participants\nV1,A1,service review,2026-08-03,held,customer\nV2,A1,service review,2026-10-03,scheduled,customer\n");
        Assert.Contains("activities.csv      2        0  2026-08-03 held_on", LastLines(folder.Path, 6));
    }

    [Fact]
    public void Rows_of_each_file_are_dated_by_its_own_column()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("people.csv", "person_id,name,started_on\nP1,Ann,2026-01-01\n");
        folder.Write("roles.csv", "system,account_id,person_id,role,from,to\npsa,A1,P1,account lead,2026-01-02,\n");
        folder.Write("expenses.csv", "expense_id,person_id,engagement_id,spent_on,amount,currency,submitted_on,approved_on\nX1,P1,E1,2026-01-01,1,GBP,2026-01-03,\n");
        folder.Write("absences.csv", "absence_id,person_id,kind,from,to,requested_on,decided_on\nB1,P1,leave,2026-02-01,2026-02-02,2026-01-04,\n");
        folder.Write("documents.csv", "document_id,account_id,kind,signed_by_all_on,starts_on\nD1,A1,msa,2026-01-05,2026-06-01\n");
        folder.Write("items.csv", "kind,item_id,account_id,anchor_on,done_on\nmilestone,M1,A1,2026-02-01,2026-01-06\n");
        folder.Write("readings.csv", "figure,account_id,value,as_of\nsatisfaction,A1,9,2026-01-07\n");
        folder.Write("opportunities.csv", "system,opportunity_id,account_id,status,updated_on\ncrm,O1,A1,open,2026-01-08\n");
        folder.Write("engagements.csv", "engagement_id,account_id,name,status,started_on,updated_on\nE1,A1,Portal,active,2026-06-01,2026-01-09\n");
        string[] lines = LastLines(folder.Path, 12);
        Assert.All(
        [
            "people.csv 1 0 2026-01-01 started_on", "roles.csv 1 0 2026-01-02 from", "expenses.csv 1 0 2026-01-03 submitted_on", "absences.csv 1 0 2026-01-04 requested_on",
            "documents.csv 1 0 2026-01-05 signed_by_all_on", "items.csv 1 0 2026-01-06 done_on", "readings.csv 1 0 2026-01-07 as_of", "opportunities.csv 1 0 2026-01-08 updated_on",
            "engagements.csv 1 0 2026-01-09 updated_on",
        ], expected => Assert.Contains(expected, lines.Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))));
    }

    [Fact]
    public void Calendars_are_dated_by_the_meetings_recognised_and_not_by_activities()
    {
        using var folder = new CalendarFolder();
        JsonObject review = CalendarFolder.Event("Service review", "2026-09-02T09:00:00", "ann@firm.example", "+sponsor@redwood.example");
        folder.With("ann@firm.example", review);
        File.WriteAllText(Path.Combine(folder.Path, "activities.csv"), "activity_id,account_id,kind,held_on,evidence,participants\nV1,A1,service review,2026-08-03,held,customer\n");
        string[] lines = LastLines(folder.Path, 8);
        Assert.Contains("calendars           1        0  2026-09-02 of a meeting recognised", lines);
        Assert.Contains("activities.csv      1        0  2026-08-03 held_on", lines);
    }

    [Fact]
    public void A_file_beside_another_of_nearly_its_name_is_said_in_one_line()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("invoices (1).csv", "x");
        CheckOutcome outcome = folder.Check();
        Assert.Equal("invoices.csv was read; beside it lies 'invoices (1).csv', which was not read", Assert.Single(outcome.Error.Split(Environment.NewLine), l => l.Contains("(1)", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_json_has_nothing_but_findings()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        Assert.DoesNotContain("newest", folder.Check().Output, StringComparison.Ordinal);
    }
}
