using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>What one invoice is worth by each word, on 10 September 2026, and whom a choice by it takes.</summary>
public class WorthExamples
{
    private const string Today = "2026-09-10";

    private static readonly Item Invoice = new(ItemKinds.Invoice, "INV-1") { Total = 6_000_000, Net = 5_000_000, Outstanding = 1_000_000, Currency = "GBP" };

    public static TheoryData<string, long> Examples => new()
    {
        { "amount", 6_000_000 },
        { "net", 5_000_000 },
        { "outstanding", 1_000_000 },
        { "total", 6_000_000 },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_item_is_worth_this_much(string word, long minor) => Assert.Equal(new Money(minor, "GBP"), Of(word, Invoice));

    [Fact]
    public void Without_a_net_amount_the_total_stands_in() => Assert.Equal(new Money(6_000_000, "GBP"), Of("net", Invoice with { Net = null }));

    [Fact]
    public void What_was_paid_after_the_day_judged_is_outstanding_on_it() =>
        Assert.Equal(new Money(6_000_000, "GBP"), Of("outstanding", Invoice with { Outstanding = 0, Days = [(ItemDay.Paid, "2026-09-11".Day())] }));

    [Fact]
    public void Every_worth_has_its_example() => Assert.Equal(Vocabulary.Worths.Select(w => w.Name).Order(), Examples.Select(e => (string)e[0]).Order());

    [Theory]
    [InlineData(true, 6_000_000, "GBP", false)]
    [InlineData(true, 6_000_001, "GBP", true)]
    [InlineData(false, 5_999_999, "GBP", false)]
    [InlineData(false, 6_000_000, "GBP", true)]
    [InlineData(true, 7_000_000, "EUR", false)]
    [InlineData(true, 7_000_001, "EUR", true)]
    public void A_choice_takes_what_is_worth_more_or_as_much_in_its_own_currency(bool above, long minor, string currency, bool chosen)
    {
        Case? subject = Choose(above, Invoice with { Total = minor, Currency = currency });
        Assert.Equal(chosen, subject is not null);
        Assert.Null(subject?.Doubt);
    }

    [Theory]
    [InlineData(9_000_000L, "USD", Reasons.CurrencyDiffers)]
    [InlineData(0L, "USD", Reasons.CurrencyDiffers)]
    [InlineData(9_000_000L, Money.NoCurrency, Reasons.CurrencyDiffers)]
    [InlineData(null, "GBP", Reasons.FigureIncomplete)]
    public void What_cannot_be_compared_is_in_doubt_and_neither_in_nor_out(long? minor, string currency, string reason) =>
        Assert.Equal(reason, Choose(above: true, Invoice with { Total = minor, Currency = currency })?.Doubt?.Reason);

    [Theory]
    [InlineData("milestone", Verdict.Unknown)]
    [InlineData("risk", Verdict.Breached)]
    public void A_lost_row_of_another_kind_says_nothing_of_what_is_chosen_by_amount(string kind, Verdict verdict)
    {
        Population large = IChoice.Narrow(Population("milestone"), [new WorthChoice(Worth("amount"), [new(1_000, "GBP")], true)]);
        var measure = new Measure("m", "M", large, new Deadline(new([Vocabulary.Events.Single(e => e.Name == "done")]), new(0, SpanUnit.Days), true, Vocabulary.Anchors.Single(a => a.Name == "due date")));
        Firm firm = new Firm { Policy = Policies.Shipped with { Measures = [measure] } }.Account()
            .Add(new Item(ItemKinds.Milestone, "M1") { Account = new("A1"), Total = 2_000, Currency = "GBP", Days = [(ItemDay.Due, "2026-09-01".Day())] })
            .Lost(Sources.Items, new() { Id = "L1", Account = new("A1"), Kind = kind });
        Finding[] findings = firm.Judge("m", Today);
        Assert.Equal(verdict, findings.Select(f => f.Verdict).Max());
        Assert.Contains(findings, f => f.Subject == "M1");
    }

    private static Population Population(string name) => Vocabulary.Populations.Single(p => p.Name == name);

    private static Case? Choose(bool above, Item item) =>
        new WorthChoice(Worth("total"), [new(6_000_000, "GBP"), new(7_000_000, "EUR")], above).Choose(new Case("invoice", item.Id) { Item = item }, View);

    private static Money? Of(string word, Item item) => Worth(word).Of(View, new Case("invoice", item.Id) { Item = item });

    private static Worth Worth(string word) => Vocabulary.Worths.Single(w => w.Name == word);

    private static AccountView View => Views.Of(new Firm().Account().Snapshot(Today.Day()), Policies.Shipped, Today.Day())[0];
}
