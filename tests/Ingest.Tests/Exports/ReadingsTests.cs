using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

public class ReadingsTests
{
    private const string Header = "figure,account_id,engagement_id,person_id,value,as_of\n";

    [Fact]
    public void A_reading_is_a_figure_of_an_account_an_engagement_or_a_person_at_a_day()
    {
        Snapshot snapshot = Files.ReadWithRegister(("readings.csv", Header + "Satisfaction,A1,,,8.5,2026-08-31\ncost,,E2,,1200.50,2026-08-31\nsatisfaction,A1,,,8.5,2026-08-31\n"));

        var day = new LocalDate(2026, 8, 31);
        Assert.Equal(
            [
                new("satisfaction", 8.5m, day) { Account = new("A1") },
                new("cost", 1200.5m, day) { Account = new("A2"), Engagement = new("E2") },
                // It has no key: equal rows are separate facts.
                new("satisfaction", 8.5m, day) { Account = new("A1") },
            ],
            snapshot.Figures);
    }

    [Theory]
    [InlineData(",A1,,,8,2026-08-31", "figure", "readings.csv line 2, column figure: it is blank; every row needs one")]
    [InlineData("satisfaction,A1,,,,2026-08-31", "value", "readings.csv line 2, column value: it is blank; every row needs one")]
    [InlineData("satisfaction,A1,,,-1,2026-08-31", "value", "readings.csv line 2, column value: '-1' is negative, which it may not be; check the amount")]
    [InlineData("satisfaction,A1,,,8,August", "as_of", "readings.csv line 2, column as_of: 'August' is not a date; write it as yyyy-MM-dd")]
    public void A_bad_value_costs_its_row_and_names_its_figure(string row, string column, string message)
    {
        Fault fault = Assert.Single(Files.ReadWithRegister(("readings.csv", Header + row + "\n")).Reading("readings.csv").Faults);
        Assert.Equal((column, message, true, new AccountId("A1")), (fault.Column, fault.Message, fault.RowLost, fault.Names.Account!.Value));
    }

    [Fact]
    public void Targets_and_budgets_are_kept()
    {
        Snapshot snapshot = Files.ReadWithRegister(("accounts.csv", "account_id,name,status,growth_target,margin_target\nA1,One,active,7.5,30\nA2,Two,active,,\n"),
            ("engagements.csv", "engagement_id,account_id,name,status,budget\nE1,A1,First,active,1000.50\n"));
        Assert.Equal([(7.5m, 30m), (null, null)], snapshot.Register.Accounts.Select(a => (a.GrowthTarget, a.MarginTarget)));
        Assert.Equal(1000.5m, Assert.Single(snapshot.Register.Engagements).Budget);
    }

    [Fact]
    public void Hours_of_development_are_told_by_their_category_in_whatever_case()
    {
        const string Time = "entry_date,person_id,engagement_id,hours,category\n";
        string[] rows = ["2026-08-03,P1,E1,1,Personal Development", "2026-08-04,P1,E1,2,training", "2026-08-05,P1,E1,4,FIRM", "2026-08-06,P1,E1,8,Firmware", "2026-08-07,P1,E1,16,"];
        Work work = Assert.Single(Files.ReadWithRegister(("time.csv", Time + string.Join('\n', rows) + "\n")).Work);
        Assert.Equal((31m, 7m), (work.Hours, work.DevelopmentHours));
        Assert.Equal(7m, Files.ReadBytes(70, 2, [.. Files.WithRegister([("time.csv", Time + string.Join('\n', rows) + "\n")]).Select(f => (f.Name, System.Text.Encoding.UTF8.GetBytes(f.Text)))]).Work.Sum(w => w.DevelopmentHours));
    }
}
