using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Alerts;

public sealed class ConditionTests
{
    private const string Today = "2026-11-20";

    private static AlertTerms Terms(AlertPer per, bool onOld = false) => new("no-aged-debt", "No debt", Severity.High, per, onOld);

    private static ImmutableArray<Standing> Invoices(params (string Id, string Due, string? Currency)[] invoices)
    {
        Firm firm = new Firm().Account().Engagement();
        foreach (var (id, due, currency) in invoices)
            firm.Invoice(id, raised: "2026-01-15", due: due, total: 100_00, outstanding: 100_00, currency: currency ?? "GBP");
        return [.. firm.Judge("no-aged-debt", Today).Select(f => new Standing(f.Subject, f.Occasion, f.Verdict, f.Due, f))];
    }

    private static Condition[] Gather(AlertTerms terms, IEnumerable<Standing> standings, LocalDate? watchFrom = null, params (string Key, string Why)[] gone) =>
        [.. Condition.Gather(terms, new("A1"), standings, gone.ToDictionary(g => g.Key, g => g.Why), watchFrom, f => new($"owner of {f.Subject}", "by the test"))];

    [Fact]
    public void An_alert_is_as_bad_as_the_worst_of_its_findings_and_says_what_that_says()
    {
        var standings = Invoices(("INV-1", "2026-10-25", null), ("INV-2", "2026-09-01", null), ("INV-3", "2026-11-19", null));

        Condition condition = Assert.Single(Gather(Terms(AlertPer.Account), standings));

        Assert.Equal((Verdict.Breached, ""), (condition.Verdict, condition.Key));
        Assert.StartsWith("Invoice INV-2, 1 September 2026: ", condition.Content?.Message, StringComparison.Ordinal);
        Assert.EndsWith("; and 1 more invoice of 25 October 2026.", condition.Content?.Message, StringComparison.Ordinal);
        // INV-3 is not due.
        Assert.Equal(2, condition.Content?.Open);
        Assert.Equal([new Money(200_00, "GBP")], condition.Content?.AtStake);
        Assert.Equal("2026-10-01".Day(), condition.Content?.Due);
        Assert.Equal(new Owner("owner of INV-2", "by the test"), condition.Content?.Owner);
    }

    [Fact]
    public void An_alert_of_one_finding_says_what_that_says_and_no_more()
    {
        var standings = Invoices(("INV-1", "2026-09-01", null));

        Assert.Equal(standings[0].Finding?.Message, Assert.Single(Gather(Terms(AlertPer.Account), standings)).Content?.Message);
    }

    [Theory]
    [InlineData(AlertPer.Account, "; and 2 more invoices, the oldest of 1 September 2026.", "2026-09-02", "2026-09-01", "2026-08-31")]
    [InlineData(AlertPer.Account, "; and 2 more invoices of 1 September 2026.", "2026-09-01", "2026-09-01", "2026-09-01")]
    [InlineData(AlertPer.Account, "; and 1 more invoice of 1 September 2026.", "2026-09-01", "2026-08-31")]
    [InlineData(AlertPer.Occasion, "; and 1 more invoice of 1 September 2026.", "2026-09-01", "2026-09-01")]
    public void The_message_counts_the_others_and_says_how_far_back_they_go(AlertPer per, string ending, params string[] dues)
    {
        var standings = Invoices([.. dues.Select((due, i) => ($"INV-{i}", due, (string?)null))]);

        Assert.EndsWith(ending, Assert.Single(Gather(Terms(per), standings)).Content?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person", "people")]
    [InlineData("opportunity", "opportunities")]
    [InlineData("statement of work", "statements of work")]
    [InlineData("start of a role", "starts of a role")]
    [InlineData("risk or issue", "risks or issues")]
    public void Several_are_called_by_their_plural(string noun, string plural)
    {
        var standings = Invoices(("INV-1", "2026-09-01", null), ("INV-2", "2026-09-01", null), ("INV-3", "2026-09-01", null))
            .Select(s => s with { Finding = s.Finding! with { Case = s.Finding.Case with { Noun = noun } } });

        Assert.Contains($"; and 2 more {plural} of 1 September 2026.", Assert.Single(Gather(Terms(AlertPer.Account), standings)).Content?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Different_things_are_counted_apart()
    {
        Standing[] standings = [.. Invoices(("INV-1", "2026-09-01", null), ("INV-2", "2026-09-02", null), ("INV-3", "2026-09-03", null))];
        standings[2] = standings[2] with { Finding = standings[2].Finding! with { Case = standings[2].Finding!.Case with { Noun = "credit" } } };

        Assert.EndsWith("; and 1 more invoice and 1 more credit, the oldest of 2 September 2026.", Assert.Single(Gather(Terms(AlertPer.Account), standings)).Content?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weeks_are_called_so_and_what_has_no_occasion_is_only_counted()
    {
        Firm firm = new Firm().Account().Engagement().Worked("2026-07-06").Worked("2026-07-13").Worked("2026-07-20").Owed("risk", id: "R1").Owed("issue", id: "R2");
        string? MessageOf(string measure) => Assert.Single(Gather(Terms(AlertPer.Account),
            firm.Judge(measure, Today).Select(f => new Standing(f.Subject, f.Occasion, f.Verdict, f.Due, f)))).Content?.Message;

        Assert.EndsWith("; and 2 more timesheets, the oldest of week 2026-W29.", MessageOf("timesheets-approved"), StringComparison.Ordinal);
        Assert.EndsWith("; and 1 more risk or issue.", MessageOf("risk-owned"), StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_rows_are_listed_and_the_money_of_the_others_counted_by_currency()
    {
        var standings = Invoices([.. Enumerable.Range(1, 25).Select(i => ($"INV-{i:D2}", "2026-09-01", i > 23 ? "EUR" : null))]);

        AlertContent? content = Assert.Single(Gather(Terms(AlertPer.Account), standings)).Content;

        Assert.Equal([.. Enumerable.Range(1, 20).Select(i => $"INV-{i:D2} 2026-09-01")], content?.Rows.Keys);
        Assert.Equal(5, content?.Rows.More);
        Assert.Equal([new Money(200_00, "EUR"), new Money(300_00, "GBP")], content?.Rows.MoneyOfMore);
        Assert.Equal([new Money(200_00, "EUR"), new Money(2300_00, "GBP")], content?.AtStake);
    }

    [Theory]
    [InlineData(AlertPer.SubjectAndOccasion, "INV-1~2026-09-01", "INV-2~2026-09-01", "INV-3~2026-09-02")]
    [InlineData(AlertPer.Subject, "INV-1", "INV-2", "INV-3")]
    [InlineData(AlertPer.Occasion, "2026-09-01", "2026-09-02")]
    [InlineData(AlertPer.Account, "")]
    public void Findings_share_an_alert_by_what_the_measure_says(AlertPer per, params string[] keys)
    {
        var standings = Invoices(("INV-1", "2026-09-01", null), ("INV-2", "2026-09-01", null), ("INV-3", "2026-09-02", null));

        Assert.Equal(keys, Gather(Terms(per), standings).Select(c => c.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_due_before_the_firm_began_to_watch_opens_nothing_unless_the_measure_says_so()
    {
        var standings = Invoices(("INV-1", "2026-09-01", null), ("INV-2", "2026-09-02", null));
        LocalDate watchFrom = "2026-10-02".Day();

        Assert.Equal(["INV-2"], Gather(Terms(AlertPer.Subject), standings, watchFrom).Select(c => c.Key));
        Assert.Equal(["INV-1", "INV-2"], Gather(Terms(AlertPer.Subject, onOld: true), standings, watchFrom).Select(c => c.Key));
    }

    [Fact]
    public void A_standing_condition_opens_however_old_it_is()
    {
        Standing standing = new("E1", "", Verdict.Breached, "2026-01-05".Day(), new Firm().Account().Engagement().Only("single-account-lead", Today));

        Assert.Equal(Verdict.Breached, Assert.Single(Gather(Terms(AlertPer.Subject), [standing], Today.Day())).Verdict);
    }

    [Fact]
    public void What_is_not_known_outweighs_what_is_met_and_says_nothing()
    {
        Standing[] standings = [new("P1/E1", "2026-W36", Verdict.Met, null, null), new("P2/E1", "2026-W36", Verdict.Unknown, null, null)];

        Condition condition = Assert.Single(Gather(Terms(AlertPer.Occasion), standings));

        Assert.Equal((Verdict.Unknown, null), (condition.Verdict, condition.Content));
    }

    [Fact]
    public void What_is_gone_counts_as_closed_for_the_reason_that_it_went()
    {
        Condition condition = Assert.Single(Gather(Terms(AlertPer.Subject), [], null, ("INV-1", Condition.Withdrawn)));

        Assert.Equal(("INV-1", Verdict.Met, null, Condition.Withdrawn), (condition.Key, condition.Verdict, condition.Content, condition.Because));
    }

    [Fact]
    public void What_is_gone_closes_nothing_while_another_of_the_same_alert_is_open()
    {
        var standings = Invoices(("INV-2", "2026-09-01", null));

        Assert.Equal(Verdict.Breached, Assert.Single(Gather(Terms(AlertPer.Account), standings, null, ("", Condition.NoLongerApplies))).Verdict);
    }
}
