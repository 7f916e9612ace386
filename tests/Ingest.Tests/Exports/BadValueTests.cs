using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

public class BadValueTests
{
    private const string Invoices = "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed\n";
    private const string Time = "entry_date,person_id,engagement_id,hours,billable,category,value,currency,submitted_on,approved_on\n";
    private const string Engagement = "engagement_id,account_id,name,status,started_on,ended_on,billable,budget,updated_on\n";
    private const string Account = "account_id,name,importance,customer_domains,region,status,started_on,ended_on,growth_target,margin_target\n";

    [Theory]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,31/02/2026,100,,100,GBP,open,,no\n", "due_on", "invoices.csv line 2, column due_on: '31/02/2026' is not a date; write it as yyyy-MM-dd")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,2026-02-31,100,,100,GBP,open,,no\n", "due_on", "invoices.csv line 2, column due_on: '2026-02-31' is not a date; write it as yyyy-MM-dd")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,0000-02-01,100,,100,GBP,open,,no\n", "due_on", "invoices.csv line 2, column due_on: '0000-02-01' is not a date; write it as yyyy-MM-dd")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,0206-10-02,100,,100,GBP,open,,no\n", "due_on", "invoices.csv line 2, column due_on: '0206-10-02' is before 1900; check the year")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,1899-12-31,100,,100,GBP,open,,no\n", "due_on", "invoices.csv line 2, column due_on: '1899-12-31' is before 1900; check the year")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,0206-02-31,100,,100,GBP,open,,no\n", "due_on", "invoices.csv line 2, column due_on: '0206-02-31' is not a date; write it as yyyy-MM-dd")]
    [InlineData("time.csv", Time + "0206-08-03,P1,E1,8,yes,,100,GBP,,\n", "entry_date", "time.csv line 2, column entry_date: '0206-08-03' is before 1900; check the year")]
    [InlineData("time.csv", Time + "2026-08-03,P1,E1,8,yes,,100,GBP,,0206-08-03\n", "approved_on", "time.csv line 2, column approved_on: '0206-08-03' is before 1900; check the year")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,,2026-02-01,100,,100,GBP,open,,no\n", "raised_on", "invoices.csv line 2, column raised_on: it is blank; every invoice needs one, but for drafts and voids")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,2026-02-01,,,100,GBP,open,,no\n", "total", "invoices.csv line 2, column total: it is blank; every invoice needs one, but for drafts and voids")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,2026-10-01,\"1,200.00\",,100,GBP,open,,no\n", "total", "invoices.csv line 2, column total: '1,200.00' is not a number; write digits with . for decimals and no thousands separators, as 1200.50")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,2026-10-01,1E5,,100,GBP,open,,no\n", "total", "invoices.csv line 2, column total: '1E5' is not a number; write digits with . for decimals and no thousands separators, as 1200.50")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,2026-10-01,99999999999999999999,,100,GBP,open,,no\n", "total", "invoices.csv line 2, column total: '99999999999999999999' is too large; check the amount")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,2026-10-01,92233720368547759,,100,GBP,open,,no\n", "total", "invoices.csv line 2, column total: '92233720368547759' is too large; check the amount")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,2026-10-01,100,,100,pounds,open,,no\n", "currency", "invoices.csv line 2, column currency: 'pounds' is not a currency; write its three letters, as GBP")]
    [InlineData("time.csv", Time + "2026-13-01,P1,E1,8,yes,,100,GBP,,\n", "entry_date", "time.csv line 2, column entry_date: '2026-13-01' is not a date; write it as yyyy-MM-dd")]
    [InlineData("time.csv", Time + "2026-08-03,P1,E1,eight,yes,,100,GBP,,\n", "hours", "time.csv line 2, column hours: 'eight' is not a number; write digits with . for decimals and no thousands separators, as 1200.50")]
    [InlineData("time.csv", Time + "2026-08-03,P1,E1,,yes,,100,GBP,,\n", "hours", "time.csv line 2, column hours: it is blank; every row needs one")]
    [InlineData("time.csv", Time + "2026-08-03,P1,E1,8,maybe,,100,GBP,,\n", "billable", "time.csv line 2, column billable: 'maybe' is neither yes nor no; write yes or no")]
    [InlineData("time.csv", Time + "2026-08-03,P1,E1,8,yes,,9999999999999,GBP,,\n", "value", "time.csv line 2, column value: '9999999999999' is too large; check the amount")]
    [InlineData("time.csv", Time + "2026-08-03,,E1,8,yes,,100,GBP,,\n", "person_id", "time.csv line 2, column person_id: it is blank; every row needs one")]
    [InlineData("time.csv", Time + "2026-08-03,P1,,8,yes,,100,GBP,,\n", "engagement_id", "time.csv line 2, column engagement_id: it is blank; every row needs one")]
    [InlineData("time.csv", Time + "2026-08-03,P1,E1,8,yes,,100,GBP,,soon\n", "approved_on", "time.csv line 2, column approved_on: 'soon' is not a date; write it as yyyy-MM-dd")]
    [InlineData("expenses.csv", "expense_id,person_id,engagement_id,spent_on,amount,currency,submitted_on,approved_on\nX1,P1,E1,2026-08-03,-5,GBP,2026-08-04,\n", "amount", "expenses.csv line 2, column amount: '-5' is negative, which it may not be; check the amount")]
    [InlineData("expenses.csv", "expense_id,person_id,engagement_id,spent_on\n,P1,E1,2026-08-03\n", "expense_id", "expenses.csv line 2, column expense_id: it is blank; every row needs one")]
    [InlineData("roles.csv", "system,account_id,person_id,role\nsap,A1,P1,account lead\n", "system", "roles.csv line 2, column system: 'sap' is not a word that we know; write crm, ledger, psa, or what it means under 'words' in firm.yaml")]
    [InlineData("roles.csv", "system,account_id,person_id,role\npsa,A1,,account lead\n", "person_id", "roles.csv line 2, column person_id: it is blank; every row needs one")]
    [InlineData("roles.csv", "system,account_id,person_id,role\npsa,A1,P1,\n", "role", "roles.csv line 2, column role: it is blank; every row needs one")]
    [InlineData("opportunities.csv", "system,opportunity_id,account_id\n,O1,A1\n", "system", "opportunities.csv line 2, column system: it is blank; every row needs one")]
    [InlineData("activities.csv", "activity_id,account_id,kind,held_on,evidence\nV1,A1,service review,2026-08-03,rumour\n", "evidence", "activities.csv line 2, column evidence: 'rumour' is not a word that we know; write accepted, confirmed, held, scheduled, or what it means under 'words' in firm.yaml")]
    [InlineData("accounts.csv", Account + "A1,One,golden,,,active,,,,\n", "importance", "accounts.csv line 2, column importance: 'golden' is not a word that we know; write key, standard, strategic, or what it means under 'words' in firm.yaml")]
    [InlineData("accounts.csv", Account + "A1,One,key,,,actve,,,,\n", "status", "accounts.csv line 2, column status: 'actve' is not a word that we know; did you mean 'active'?")]
    [InlineData("engagements.csv", Engagement + "E1,A1,First,in progress,,,yes,,\n", "status", "engagements.csv line 2, column status: 'in progress' is not a word that we know; write active, closed, completed, on hold, planned, or what it means under 'words' in firm.yaml")]
    [InlineData("items.csv", "kind,item_id,account_id\nRisk item,R1,A1\n", "kind", "items.csv line 2, column kind: 'Risk item' is not a word that we know; write what it means under 'words' in firm.yaml")]
    [InlineData("activities.csv", "activity_id,account_id,kind,held_on,evidence\nV1,A1,service review,,held\n", "held_on", "activities.csv line 2, column held_on: it is blank; every row needs one")]
    [InlineData("activities.csv", "activity_id,account_id,kind,held_on,evidence\nV1,A1,,2026-08-03,held\n", "kind", "activities.csv line 2, column kind: it is blank; every row needs one")]
    [InlineData("documents.csv", "document_id,account_id,kind,signed_by_all_on\nD1,A1,sow,yesterday\n", "signed_by_all_on", "documents.csv line 2, column signed_by_all_on: 'yesterday' is not a date; write it as yyyy-MM-dd")]
    [InlineData("items.csv", "kind,item_id,account_id,amount\nescalation,T1,A1,-1\n", "amount", "items.csv line 2, column amount: '-1' is negative, which it may not be; check the amount")]
    [InlineData("accounts.csv", Account + "A1,One,key,,Wales,active,,,,\n", "region", "accounts.csv line 2, column region: 'Wales' is not a region; write england-and-wales, scotland or northern-ireland")]
    [InlineData("engagements.csv", Engagement + "E1,,First,active,,,yes,,\n", "account_id", "engagements.csv line 2, column account_id: it is blank; every row needs one")]
    public void A_bad_value_costs_its_row(string source, string text, string column, string message)
    {
        SourceReading reading = Files.ReadWithRegister((source, text)).Reading(source);

        Fault fault = Assert.Single(reading.Faults);
        Assert.Equal((ReadingState.Read, 1), (reading.State, reading.Rows));
        Assert.Equal((message, column, true, 2), (fault.Message, fault.Column, fault.RowLost, fault.Line));
    }

    [Theory]
    [InlineData("1900-01-01", 0)]
    [InlineData("9999-12-31", 0)]
    [InlineData("0001-01-01", 1)]
    public void The_first_day_that_is_one_is_of_1900_and_there_is_no_last(string day, int faults)
    {
        Snapshot snapshot = Files.ReadWithRegister(("engagements.csv", $"engagement_id,account_id,name,status,started_on,ended_on\nE1,A1,First,active,2026-01-01,{day}\n"),
            ("time.csv", Time + $"{day},P1,E1,8,yes,,100,GBP,,\n"));

        Assert.Equal((faults, faults), (snapshot.Reading("engagements.csv").Faults.Length, snapshot.Reading("time.csv").Faults.Length));
    }

    [Theory]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,August,2026-09-01,2026-10-01,100,,100,GBP,open,,no\n", "period", "invoices.csv line 2, column period: 'August' is not a month; write it as yyyy-MM")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,0206-08,2026-09-01,2026-10-01,100,,100,GBP,open,,no\n", "period", "invoices.csv line 2, column period: '0206-08' is before 1900; check the year")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-13,2026-09-01,2026-10-01,100,,100,GBP,open,,no\n", "period", "invoices.csv line 2, column period: '2026-13' is not a month; write it as yyyy-MM")]
    [InlineData("invoices.csv", Invoices + "I1,A1,E1,2026-08,2026-09-01,2026-10-01,100,,100,GBP,open,,perhaps\n", "disputed", "invoices.csv line 2, column disputed: 'perhaps' is neither yes nor no; write yes or no")]
    [InlineData("people.csv", "person_id,name,weekly_hours\nP1,Ann,full\n", "weekly_hours", "people.csv line 2, column weekly_hours: 'full' is not a number; write digits with . for decimals and no thousands separators, as 1200.50")]
    [InlineData("people.csv", "person_id,name,weekly_hours\nP1,Ann,-1\n", "weekly_hours", "people.csv line 2, column weekly_hours: '-1' is negative, which it may not be; check the amount")]
    [InlineData("accounts.csv", Account + "A1,One,key,,,active,,,ten,\n", "growth_target", "accounts.csv line 2, column growth_target: 'ten' is not a number; write digits with . for decimals and no thousands separators, as 1200.50")]
    [InlineData("engagements.csv", Engagement + "E1,A1,First,active,,,yes,lots,\n", "budget", "engagements.csv line 2, column budget: 'lots' is not a number; write digits with . for decimals and no thousands separators, as 1200.50")]
    [InlineData("engagements.csv", Engagement + "E1,A1,First,active,,,yes,,now\n", "updated_on", "engagements.csv line 2, column updated_on: 'now' is not a date; write it as yyyy-MM-dd")]
    [InlineData("roles.csv", "system,account_id,person_id,role,announced_on\npsa,A1,P1,account lead,soon\n", "announced_on", "roles.csv line 2, column announced_on: 'soon' is not a date; write it as yyyy-MM-dd")]
    [InlineData("time.csv", Time + "2026-08-03,P1,E1,8,yes,,100,GBP,soon,\n", "submitted_on", "time.csv line 2, column submitted_on: 'soon' is not a date; write it as yyyy-MM-dd")]
    public void A_bad_value_that_few_need_costs_itself(string source, string text, string column, string message)
    {
        Snapshot snapshot = Files.ReadWithRegister((source, text));

        Fault fault = Assert.Single(snapshot.Reading(source).Faults);
        Assert.Equal((message, column, false), (fault.Message, fault.Column, fault.RowLost));
        int facts = snapshot.Items.Count + snapshot.Work.Count + snapshot.Assignments.Count;
        Assert.Equal(source is "invoices.csv" or "roles.csv" or "time.csv" ? 1 : 0, facts);
    }

    [Theory]
    [InlineData("2", "5 fields where the header has 4; put a value that holds a comma in quotes", "I1,A1,2026-09-01,1,200\n")]
    [InlineData("2", "a quote stands inside a value; put the whole value in quotes and double the quote within", "I1,A1,2026-09-01,1\"00\n")]
    [InlineData("2", "a quote stands inside a value; put the whole value in quotes and double the quote within", "I1,A1,2026-09-01,\"1\"00\n")]
    public void A_row_that_is_not_well_formed_costs_itself_and_still_names_what_can_be_told(string line, string message, string row)
    {
        Snapshot snapshot = Files.ReadWithRegister(("invoices.csv", "invoice_number,account_id,raised_on,total\n" + row + "I2,A2,2026-09-01,100\n"));

        Fault fault = Assert.Single(snapshot.Reading("invoices.csv").Faults);
        Assert.Equal($"invoices.csv line {line}: {message}", fault.Message);
        Assert.Equal((true, "I1", "A1"), (fault.RowLost, fault.Names.Id, fault.Names.Account?.Value));
        Assert.Equal("I2", Assert.Single(snapshot.Items).Id);
    }

    [Fact]
    public void A_lost_row_names_all_that_can_be_read()
    {
        Fault time = Assert.Single(Files.ReadWithRegister(("time.csv", Time + "2026-08-03,P1,E1,much,yes,,100,GBP,,\n")).Reading("time.csv").Faults);
        Fault invoice = Assert.Single(Files.ReadWithRegister(("invoices.csv", Invoices + "I1,,E2,2026-08,never,,100,,100,GBP,open,,no\n")).Reading("invoices.csv").Faults);

        Assert.Equal(new Named { Account = new("A1"), Engagement = new("E1"), Person = new("P1"), Day = new(2026, 8, 3) }, time.Names);
        Assert.Equal(new Named { Id = "I1", Account = new("A2"), Engagement = new("E2"), Month = new(2026, 8) }, invoice.Names);
    }

    [Fact]
    public void A_long_value_is_cut_and_its_control_characters_are_escaped()
    {
        Fault fault = Assert.Single(Files.ReadWithRegister(("expenses.csv", "expense_id,spent_on\nX1,\"a\tb\n" + new string('x', 60) + "\"\n")).Reading("expenses.csv").Faults);

        Assert.Equal("expenses.csv line 2, column spent_on: 'a\\u0009b\\u000a" + new string('x', 36) + "...' is not a date; write it as yyyy-MM-dd", fault.Message);
    }
}
