using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

public class MatchingTests
{
    [Fact]
    public void A_row_belongs_to_its_own_account_else_to_that_of_its_engagement()
    {
        Snapshot snapshot = Files.ReadWithRegister(("documents.csv", "document_id,account_id,engagement_id,kind\nD1,A1,E2,SOW\nD2,,E2,sow\nD3,A1,E9,sow\n"));

        Assert.Equal(["D1 A1 E2 sow", "D2 A2 E2 sow", "D3 A1 E9 sow"], snapshot.Items.Select(i => $"{i.Id} {i.Account} {i.Engagement} {i.Type}").Order());
        Assert.Equal(["A1", "A2"], snapshot.Reading("documents.csv").Matched.Select(a => a.Value).Order());
    }

    [Fact]
    public void Rows_of_strangers_are_counted_with_their_money_by_currency()
    {
        Snapshot snapshot = Files.ReadWithRegister(
            ("invoices.csv", "invoice_number,account_id,engagement_id,raised_on,total,currency\nI1,A9,E1,2026-09-01,100.01,GBP\nI2,,E9,2026-09-01,7,JPY\nI3,,,2026-09-01,1,gbp\nI4,A1,,2026-09-01,1,GBP\n"),
            ("expenses.csv", "expense_id,engagement_id,amount,currency\nX1,E9,5.50,EUR\nX2,E1,5,EUR\nX3,,5,EUR\n"),
            ("time.csv", "entry_date,person_id,engagement_id,hours,billable,value,currency\n2026-08-03,P1,E9,8,no,100.005,GBP\n2026-08-03,P1,E8,8,yes,,GBP\n2026-08-03,P9,E1,8,yes,1,GBP\n"),
            ("opportunities.csv", "system,opportunity_id,account_id,value,currency\ncrm,O1,A9,1000,USD\n"));

        Assert.Equal(new Unmatched(3, []) with { Amounts = [] }, snapshot.Reading("invoices.csv").Unmatched with { Amounts = [] });
        Assert.Equal([new(10_101, "GBP"), new(7, "JPY")], snapshot.Reading("invoices.csv").Unmatched.Amounts.AsEnumerable());
        Assert.Equal([new(550, "EUR")], snapshot.Reading("expenses.csv").Unmatched.Amounts.AsEnumerable());
        Assert.Equal([new(10_101, "GBP")], snapshot.Reading("time.csv").Unmatched.Amounts.AsEnumerable());
        Assert.Equal([new(100_000, "USD")], snapshot.Reading("opportunities.csv").Unmatched.Amounts.AsEnumerable());
        Assert.Equal((1, 3, 1), (snapshot.Reading("expenses.csv").Unmatched.Rows, snapshot.Reading("time.csv").Unmatched.Rows, snapshot.Reading("opportunities.csv").Unmatched.Rows));
        // What is owed is owed to the firm, whoever owes it.
        Assert.Equal(["I1", "I2", "I3", "I4", "X2", "X3"], snapshot.Items.Select(i => i.Id).Order());
        Assert.Equal(["P1 E8", "P1 E9", "P9 E1"], snapshot.Work.Select(w => $"{w.Person} {w.Engagement}").Order());
        Assert.Equal(["I1", "I2", "I3", "I4"], snapshot.Reading("invoices.csv").Ids?.Order());
    }

    [Fact]
    public void An_item_that_is_nobodys_is_a_strangers_and_one_of_a_person_is_that_persons()
    {
        Snapshot snapshot = Files.ReadWithRegister(
            ("items.csv", "kind,item_id,account_id,engagement_id,person_id,anchor_on\nescalation,T1,,,,2026-08-03\nmilestone,T2,,,P1,2026-08-03\nmilestone,T3,,E1,P1,2026-08-03\nchecks,T4,,,P1,2026-08-03\nequipment,T5,,,P1,2026-08-03\n"));

        Assert.Equal(["T3 A1", "T4 ", "T5 "], snapshot.Items.Select(i => $"{i.Id} {i.Account}").Order());
        Assert.Equal(2, snapshot.Reading("items.csv").Unmatched.Rows);
    }

    [Theory]
    [InlineData("A1,scotland,soon\n", Domain.Time.Region.Scotland)]
    [InlineData("A1,wales,2026-01-01\n", null)]
    [InlineData("A1,scotland,2026-01-01,surplus\n", null)]
    public void An_account_whose_row_is_lost_keeps_the_region_that_it_says(string row, Domain.Time.Region? region)
    {
        Snapshot snapshot = Files.Read(("accounts.csv", "account_id,region,started_on\n" + row));

        Assert.Equal(region, Assert.Single(snapshot.Register.Accounts).Region);
        Assert.Single(snapshot.Reading("accounts.csv").Faults);
    }

    [Fact]
    public void An_account_whose_only_row_is_faulty_or_to_come_is_matched_all_the_same()
    {
        Snapshot snapshot = Files.ReadWithRegister(
            ("invoices.csv", "invoice_number,account_id,raised_on,total\nI1,A2,soon,1\n"),
            ("time.csv", "entry_date,person_id,engagement_id,hours\n2026-12-01,P1,E1,8\n2026-08-03,P1,E2,?\n"));

        Assert.Equal("A2", Assert.Single(snapshot.Reading("invoices.csv").Matched).Value);
        Assert.Equal(["A1", "A2"], snapshot.Reading("time.csv").Matched.Select(a => a.Value).Order());
    }

    [Fact]
    public void Roles_and_activities_that_name_no_account_are_kept_without_one()
    {
        Snapshot snapshot = Files.ReadWithRegister(
            ("roles.csv", "person_id,role,account_id,engagement_id\nP9,Account Lead,,\nP1,core,A9,\n"),
            ("activities.csv", "activity_id,person_id,kind,held_on,participants,account_id,evidence\nV1,P1,One-to-one,2026-08-03, P2 ;;Customer;C9,,\nV2,P1,one-to-one,2026-08-03,,A9,\n"));

        Assert.Equal(("P9", "account lead", null), (Assert.Single(snapshot.Assignments).Person.Value, snapshot.Assignments[0].Role, snapshot.Assignments[0].Account));
        Activity activity = Assert.Single(snapshot.Activities);
        Assert.Equal(("one-to-one", Rung.Confirmed, null), (activity.Kind, activity.Rung, activity.Account));
        Assert.Equal(["P2", "customer", "C9"], activity.Participants.AsEnumerable());
        Assert.Equal((2, 1), (snapshot.Reading("roles.csv").Unmatched.Rows, snapshot.Reading("activities.csv").Unmatched.Rows));
    }

    [Fact]
    public void Lost_rows_of_the_register_leave_the_bare_thing()
    {
        Snapshot snapshot = Files.Read(
            ("accounts.csv", "account_id,name,status,region,started_on\nA1,One,active,Wales,\nA2,Two,active,scotland,2020-01-01\nA3,Three,active,,\nA3,Drei,active,,\n"),
            ("people.csv", "person_id,name,weekly_hours,started_on\nP1,Ann,40,soon\nP2,Bob,37.5,\n"),
            ("engagements.csv", "engagement_id,account_id,name,status,started_on\nE1,A1,First,active,soon\nE2,A2,Second,Active,\nE3,,Third,active,\nE4,A9,Fourth,active,\nE5,A1,x,active,\nE5,A2,x,active,\n"),
            ("contacts.csv", "contact_id,account_id,email,stakeholder_role\nC1,A2,c@example.org,Sponsor\nC2,A9,,sponsor\n"),
            ("expenses.csv", "expense_id,engagement_id\nX1,E1\n"));

        Assert.Equal(["A1 A1 ", "A2 Two active", "A3 A3 "], snapshot.Register.Accounts.Select(a => $"{a.Id} {a.Name} {a.Status}").Order());
        Assert.Equal(["E1 A1 E1 ", "E2 A2 Second active"], snapshot.Register.Engagements.Select(e => $"{e.Id} {e.Account} {e.Name} {e.Status}").Order());
        Assert.Equal((null, 37.5m), (snapshot.Register.People[new("P1")].WeeklyHours, snapshot.Register.People[new("P2")].WeeklyHours));
        Assert.Equal("sponsor", Assert.Single(snapshot.Register.Contacts).Value.StakeholderRole);
        Assert.Equal("A1", Assert.Single(snapshot.Items).Account?.Value);
        Assert.Equal(new Named { Id = "A1", Account = new("A1") }, snapshot.Reading("accounts.csv").Faults[0].Names);
        Assert.Equal(1, snapshot.Reading("engagements.csv").Unmatched.Rows);
    }

    [Fact]
    public void Every_file_keeps_its_values()
    {
        Snapshot snapshot = Files.ReadWithRegister(
            ("invoices.csv", "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed\nI1,A1,E1,2026-08,2026-09-01,2026-10-01,-120.560,-100,0,gbp,OPEN,2026-09-02,Yes\n"),
            ("absences.csv", "absence_id,person_id,kind,from,to,requested_on,decided_on\nB1,P1,Holiday,2026-08-03,2026-08-04,2026-07-01,2026-07-02\n"),
            ("opportunities.csv", "system,opportunity_id,account_id,status,stage,value,currency,updated_on\nCRM,O1,A1,Open,,12.5,KWD,\n"),
            ("roles.csv", "system,engagement_id,person_id,role,from,to\npsa,E2,P1,Delivery Lead,2026-01-01,\n"));

        Item invoice = snapshot.Items.Single(i => i.Kind == ItemKinds.Invoice), absence = snapshot.Items.Single(i => i.Kind == ItemKinds.Absence);
        Assert.Equal((-12_056L, -10_000L, 0L, "GBP", "open", true), (invoice.Total, invoice.Net, invoice.Outstanding, invoice.Currency, invoice.State, invoice.Disputed));
        Assert.Equal((new NodaTime.YearMonth(2026, 8), new NodaTime.LocalDate(2026, 10, 1)), (invoice.Period, invoice.On(ItemDay.Due)));
        Assert.Equal(("holiday", new NodaTime.LocalDate(2026, 8, 4), "P1"), (absence.Type, absence.On(ItemDay.To), absence.Person?.Value));
        Domain.Facts.Record record = Assert.Single(snapshot.Records);
        Assert.Equal(("crm", "opportunity", new Money(12_500, "KWD")), (record.System, record.Kind, record.Value));
        Assert.Equal("status=open", string.Join(' ', record.Fields.Select(f => $"{f.Key}={f.Value}")));
        Assert.Equal(("psa", "A2", "delivery lead", true), (snapshot.Assignments[0].System, snapshot.Assignments[0].Account?.Value, snapshot.Assignments[0].Role, snapshot.Assignments[0].Holds(Files.Today)));
    }
}
