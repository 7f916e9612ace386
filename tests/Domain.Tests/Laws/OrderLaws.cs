using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Tests.Laws;

public class OrderLaws
{
    [Fact]
    public void Judging_twice_says_the_same() => Law.Holds(seed =>
        Assert.Equal(Law.Said(Law.Judge(GrownFirm.From(seed), Law.Policy)), Law.Said(Law.Judge(GrownFirm.From(seed), Law.Policy))));

    [Fact]
    public void The_order_of_facts_means_nothing() => Law.Holds(seed =>
    {
        var firm = GrownFirm.From(seed);
        GrownFirm shuffled = firm with { Snapshot = Shuffled(firm.Snapshot, new Dice(seed + 1)) };
        Assert.Equal(Law.Said(Law.Judge(firm, Law.Policy)), Law.Said(Law.Judge(shuffled, Law.Policy)));
    });

    [Fact]
    public void No_two_findings_have_one_identity() => Law.Holds(seed =>
        Assert.Distinct(Law.Judge(GrownFirm.From(seed), Law.Policy).Select(Law.Identity)));

    private static Snapshot Shuffled(Snapshot facts, Dice dice) => new(
        new Register(dice.Shuffled(facts.Register.Accounts), dice.Shuffled(facts.Register.Engagements), facts.Register.People, facts.Register.Contacts))
    {
        Items = dice.Shuffled(facts.Items), Activities = dice.Shuffled(facts.Activities), Assignments = dice.Shuffled(facts.Assignments),
        Records = dice.Shuffled(facts.Records), Work = dice.Shuffled(facts.Work), Figures = dice.Shuffled(facts.Figures), Readings = dice.Shuffled(facts.Readings).ToDictionary(),
    };
}
