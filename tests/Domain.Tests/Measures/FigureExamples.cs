using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Each figure of one firm on Thursday, 10 September 2026; the 4 ISO weeks before it are 10 August to 6 September, with one bank holiday.</summary>
public class FigureExamples
{
    private const string Day = "2026-09-10";

    private static Firm Firm => new Firm().Account().Engagement(from: "2026-01-05", to: "2026-12-31", budget: 10_000).Person().Person("P2").Contact("C1", unit: "Board")
        .Assigned("P1", "account lead", to: "2026-05-31").Assigned("P1").Assigned("P2", "account lead", from: "2026-06-01")
        .Worked("2026-08-12", hours: 40, pence: 100_000, development: 10)
        .Invoice("I0", raised: "2025-07-15", due: "2025-08-14", net: 10_000, outstanding: 0, paid: "2025-08-01")
        .Invoice("I1", raised: "2026-07-15", due: "2026-08-14", net: 8_000, outstanding: 0, paid: "2026-08-14").Invoice("I2", raised: "2026-07-20", due: "2026-08-20", net: 4_000)
        .Held("sales meeting", "2026-07-01", by: ["P2"]).Held("delivery report-out", "2026-08-01", by: ["P1"]).Held("service review", "2026-08-03", by: ["P1", "C1"])
        .Read("satisfaction", 8.5m, "2026-09-01").Read("engagement score", 7, "2026-09-01").Read("share who answered", 60, "2026-09-01")
        .Read("capabilities engaged", 2, "2026-09-01").Read("cost", 90, "2026-07-31");

    public static TheoryData<string, double> Examples => new()
    {
        { "utilisation", 13.2 },            // 40 of 2 people's 19 days of 8 hours
        { "development time", 25 },
        { "share paid on time", 50 },
        { "burn", 10 },
        { "burn ahead of time", -59 },      // 249 of 361 days
        { "forecast at completion", 22.7 }, // 91 days cost £1,000, 116 are left
        { "growth", 20 },
        { "margin", 25 },
        { "lead attendance", 50 },
        { "changes of lead", 1 },
        { "active projects", 1 },
        { "stakeholders engaged", 1 },
        { "customer units", 1 },
        { "satisfaction", 8.5 },
        { "engagement score", 7 },
        { "share who answered", 60 },
        { "capabilities engaged", 2 },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_figure_is_measured(string word, double value)
    {
        var view = Views.Of(Firm.Snapshot(Day.Day()), Policies.Shipped, Day.Day())[0];
        Figure figure = Vocabulary.Figures.Single(f => f.Name == word);
        Case subject = word.StartsWith("burn", StringComparison.Ordinal) || word.StartsWith("forecast", StringComparison.Ordinal)
            ? new("engagement", "E1") { Engagement = view.Engagements[0] }
            : new("person", "P1") { Person = word == "development time" ? new PersonId("P1") : null };
        Measured measured = figure.Of(view, subject, Day.Day());
        Assert.Null(measured.Doubt);
        Assert.Equal((decimal)value, decimal.Round(measured.Value.GetValueOrDefault(), 1));
    }

    [Fact]
    public void Every_figure_has_its_example() => Assert.Equal(Vocabulary.Figures.Select(f => f.Name).Order(), Examples.Select(e => (string)e[0]).Order());
}
