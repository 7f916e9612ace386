using System.Globalization;
using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

public class UnknownIdTests
{
    private const string Time = "entry_date,person_id,engagement_id,hours,billable,value,currency\n";

    private static readonly (string, string) Calder = ("engagements.csv", "engagement_id,account_id,name,status\nCALDER-01,A1,First,active\nNORTH-7,A2,Second,active\n");

    [Fact]
    public void An_engagement_nobody_knows_is_named_with_line_rows_money_and_the_nearest_id()
    {
        string rows = string.Concat(Enumerable.Range(3, 14).Select(day => $"2026-08-{day:D2},P1,CALDR-01,8,yes,85.71,GBP\n"));

        Assert.Equal(
            ["time.csv line 3, column engagement_id: 'CALDR-01' is not in engagements.csv (14 rows, £1,199.94); did you mean 'CALDER-01'?"],
            Files.ReadWithRegister(Calder, ("time.csv", Time + "2026-08-03,P1,CALDER-01,8,yes,1,GBP\n" + rows)).Reading("time.csv").UnknownIds.AsEnumerable());
    }

    [Fact]
    public void An_id_near_to_none_has_no_suggestion_and_an_address_is_not_shown()
    {
        Snapshot snapshot = Files.ReadWithRegister(
            ("people.csv", "person_id,name\nann@example.org,Ann\n"),
            ("roles.csv", "person_id,role,account_id\nan@example.org,core,A1\n"),
            ("invoices.csv", "invoice_number,account_id,raised_on,total,currency\nI1,ZEBRA,2026-08-03,7,GBP\n"));

        Assert.Equal(["roles.csv line 2, column person_id: what looks like an e-mail address is not in people.csv (1 row)"], snapshot.Reading("roles.csv").UnknownIds.AsEnumerable());
        Assert.Equal(["invoices.csv line 2, column account_id: 'ZEBRA' is not in accounts.csv (1 row, £7.00)"], snapshot.Reading("invoices.csv").UnknownIds.AsEnumerable());
    }

    [Fact]
    public void The_first_twenty_values_of_a_column_are_named_and_the_rest_counted_with_their_money()
    {
        string[] ids = [.. Enumerable.Range(0, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"stranger{i:D2}"))];
        Snapshot snapshot = Files.ReadWithRegister(
            ("invoices.csv", "invoice_number,account_id,raised_on,total,currency\n" + string.Concat(ids.Concat(ids).Select((id, i) => $"I{i},{id},2026-08-03,10,GBP\n"))),
            ("time.csv", Time + string.Concat(ids.Concat(ids).Select(id => $"2026-08-03,{id},{id},8,yes,10,GBP\n"))));

        Assert.Equal(21, snapshot.Reading("invoices.csv").UnknownIds.Length);
        Assert.Equal("invoices.csv line 21, column account_id: 'stranger19' is not in accounts.csv (2 rows, £20.00)", snapshot.Reading("invoices.csv").UnknownIds[19]);
        Assert.Equal("invoices.csv, column account_id: 20 more rows have other values that are not in accounts.csv (£200.00)", snapshot.Reading("invoices.csv").UnknownIds[20]);
        Assert.Equal(
            [
                "time.csv line 21, column engagement_id: 'stranger19' is not in engagements.csv (2 rows, £20.00)",
                "time.csv, column engagement_id: 20 more rows have other values that are not in engagements.csv (£200.00)",
                "time.csv line 2, column person_id: 'stranger00' is not in people.csv (2 rows, £20.00)",
            ],
            snapshot.Reading("time.csv").UnknownIds[19..22].AsEnumerable());
    }

    [Fact]
    public void Hours_of_an_unknown_person_are_unmatched_and_still_billable_work_of_the_engagement()
    {
        Snapshot snapshot = Files.ReadWithRegister(("time.csv", Time + "2026-08-03,P1,E1,8,yes,100,GBP\n2026-08-03,P9X,E1,8,yes,200,GBP\n2026-08-04,P9X,E1,8,yes,,\n2026-08-05,P9X,E9X,8,yes,50,EUR\n2026-12-05,P9X,E1,8,yes,50,EUR\n"));
        SourceReading time = snapshot.Reading("time.csv");

        Assert.Equal((3, 2), (time.Unmatched.Rows, time.Unmatched.OfPeople));
        Assert.Equal([new(5_000, "EUR"), new(20_000, "GBP")], time.Unmatched.Amounts.AsEnumerable());
        Assert.Equal(16, snapshot.Work.Single(w => w is { Person.Value: "P9X", Engagement.Value: "E1" }).BillableHours);
        Assert.Contains("time.csv line 3, column person_id: 'P9X' is not in people.csv (3 rows, €50.00, £200.00)", time.UnknownIds.AsEnumerable());
        Assert.Contains("time.csv line 5, column engagement_id: 'E9X' is not in engagements.csv (1 row, €50.00)", time.UnknownIds.AsEnumerable());
    }

    [Fact]
    public void A_role_of_an_unknown_person_is_unmatched_and_still_held()
    {
        Snapshot snapshot = Files.ReadWithRegister(("roles.csv", "person_id,role,account_id\nP1,core,A1\nquentin,account lead,A2\nquentin,core,A1\n"));

        Assert.Equal((2, 2), (snapshot.Reading("roles.csv").Unmatched.Rows, snapshot.Reading("roles.csv").Unmatched.OfPeople));
        Assert.Equal(["P1", "quentin", "quentin"], snapshot.Assignments.Select(a => a.Person.Value));
        Assert.Equal(["roles.csv line 3, column person_id: 'quentin' is not in people.csv (2 rows)"], snapshot.Reading("roles.csv").UnknownIds.AsEnumerable());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("name\nAnn\n")]
    public void Without_people_csv_nobody_is_unknown(string? people)
    {
        List<(string, string)> files = [("accounts.csv", Files.Accounts), ("engagements.csv", Files.Engagements), ("time.csv", Time + "2026-08-03,P9,E1,8,yes,,\n"), ("roles.csv", "person_id,role,account_id\nP9,core,A1\n")];
        if (people is not null)
            files.Add(("people.csv", people));
        Snapshot snapshot = Files.Read([.. files]);

        Assert.Equal((0, 0), (snapshot.Reading("time.csv").Unmatched.Rows, snapshot.Reading("roles.csv").Unmatched.Rows));
        Assert.Empty(snapshot.Reading("time.csv").UnknownIds.Concat(snapshot.Reading("roles.csv").UnknownIds));
    }

    [Fact]
    public void A_person_whose_own_row_is_faulty_is_known() =>
        Assert.Equal(0, Files.ReadWithRegister(("people.csv", "person_id,name,started_on\nP1,Ann,soon\n"), ("time.csv", Time + "2026-08-03,P1,E1,8,yes,,\n")).Reading("time.csv").Unmatched.Rows);

    [Fact]
    public void An_unknown_engagement_beside_a_known_account_is_named_and_its_row_is_the_accounts()
    {
        SourceReading invoices = Files.ReadWithRegister(("invoices.csv", "invoice_number,account_id,engagement_id,raised_on,total,currency\nI1,A1,E77,2026-08-03,7,GBP\n")).Reading("invoices.csv");

        Assert.Equal((0, "A1"), (invoices.Unmatched.Rows, Assert.Single(invoices.Matched).Value));
        Assert.Equal(["invoices.csv line 2, column engagement_id: 'E77' is not in engagements.csv (1 row, £7.00)"], invoices.UnknownIds.AsEnumerable());
    }
}
