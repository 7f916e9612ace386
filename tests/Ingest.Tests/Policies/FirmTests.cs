using NodaTime;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;

namespace Plumbline.Ingest.Tests.Policies;

public class FirmTests
{
    private const string Needed = "zone: Europe/London\nregion: scotland\n";

    [Fact]
    public void What_a_firm_leaves_out_is_as_shipped()
    {
        using var folder = new PolicyFolder();
        Policy policy = folder.With("firm.yaml", Needed).Read().Policy!;
        Assert.Equal((1, 12, (LocalDate?)null), (policy.Clock.FinancialYearStart, policy.LookBackMonths, policy.WatchFrom));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], policy.CareerLevels.AsEnumerable());
        Assert.Empty(policy.Stages);
    }

    [Fact]
    public void A_firm_says_how_it_reckons()
    {
        using var folder = new PolicyFolder();
        Policy policy = folder.With("firm.yaml", Needed + """
            closures: [2026-12-24, 2026-12-31]
            financial year from: April
            look back: 18 months
            watch from: 2026-09-01
            career levels: [Analyst, Consultant]
            stage map: { Closed Won: Signed }
            lead level: { strategic: Consultant }
            may be empty: [expenses.csv]
            words: { Pursuit Manager: Sales Lead, lunch: ignored }
            """).Read().Policy!;
        Assert.Equal(["expenses.csv"], policy.MayBeEmpty);
        Assert.Equal(("sales lead", KnownWords.Ignored), (KnownWords.From(policy).Find(WordKind.Role, "pursuit manager"), KnownWords.From(policy).Find(WordKind.Activity, "lunch")));
        Assert.Equal((4, 18, new LocalDate(2026, 9, 1)), (policy.Clock.FinancialYearStart, policy.LookBackMonths, policy.WatchFrom!.Value));
        Assert.False(policy.Clock.CalendarOf(Region.EnglandAndWales).IsWorking(new LocalDate(2026, 12, 24)));
        Assert.Equal(["Analyst", "Consultant"], policy.CareerLevels.AsEnumerable());
        Assert.Equal("Signed", policy.Stages["closed won"]);
        Assert.Equal(("strategic", "Consultant"), policy.LeadLevels.Select(l => (l.Key, l.Value)).Single());
    }

    [Theory]
    [InlineData("closures: [¦24/12/2026]", "'24/12/2026' is no day as yyyy-MM-dd")]
    [InlineData("closures: [¦24 December 2026]", "'24 December 2026' is no day as yyyy-MM-dd; did you mean '2026-12-24'?")]
    [InlineData("closures: [¦2026-2-9]", "'2026-2-9' is no day as yyyy-MM-dd; did you mean '2026-02-09'?")]
    [InlineData("closures: [¦2026-02-30]", "'2026-02-30' is no day as yyyy-MM-dd")]
    [InlineData("closures: [¦0026-02-20]", "'0026-02-20' is no day as yyyy-MM-dd")]
    [InlineData("closures: [2026-12-24, ¦2026-12-24]", "'2026-12-24' is listed twice")]
    [InlineData("closures:¦", "'closures' is a list in brackets, not nothing")]
    [InlineData("financial year from: ¦Arpil", "'Arpil' is no value of 'financial year from'; did you mean 'April'?")]
    [InlineData("financial year from: ¦13", "'13' is no value of 'financial year from': it is one of 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'")]
    [InlineData("¦look back: 400 days", "'look back' counts in months")]
    [InlineData("watch from: ¦yesterday", "'yesterday' is no day as yyyy-MM-dd")]
    [InlineData("career levels: [A, ¦a]", "'a' is listed twice")]
    [InlineData("stage map: { Won: Signed, ¦won: Lost }", "'won' is there twice: case makes no difference")]
    [InlineData("stage map: ¦[Won]", "'stage map' is written as keys and values, not as a list")]
    [InlineData("lead level: { ¦strategc: \"8\" }", "'strategc' is no value of 'lead level'; did you mean 'strategic'?")]
    [InlineData("lead level: { key: ¦partner }", "'partner' is no value of 'career levels': it is one of '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'")]
    [InlineData("may be empty: [¦expense.csv]", "'expense.csv' is no value of 'may be empty'; did you mean 'expenses.csv'?")]
    [InlineData("¦closure: []", "unknown key 'closure'; did you mean 'closures'?")]
    [InlineData("¦colour: red", "unknown key 'colour'; firm.yaml has 'zone', 'region', 'closures', 'financial year from', 'look back', 'watch from', 'career levels', 'stage map', 'lead level', 'may be empty', 'words', 'operations', 'source owners'")]
    public void A_fault_of_the_firm_is_told_where_it_stands(string line, string fault) =>
        Marked.HasOneFault("firm.yaml", Needed + line + "\n", fault);

    [Theory]
    [InlineData("zone: ¦europe/london\nregion: scotland\n", "'europe/london' is no zone of the tz database; did you mean 'Europe/London'?")]
    [InlineData("zone: Europe/London\nregion: ¦england\n", "'england' is no value of 'region': it is one of 'england-and-wales', 'scotland', 'northern-ireland'")]
    [InlineData("¦zone: Europe/London\n", "firm.yaml needs 'region'")]
    [InlineData("¦region: scotland\n", "firm.yaml needs 'zone'")]
    public void A_firm_has_a_zone_and_a_region(string text, string fault) =>
        Marked.HasOneFault("firm.yaml", text, fault);
}
