using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.Policies.Syntax;
using Plumbline.Ingest.Tests.Exports;

namespace Plumbline.Ingest.Tests.Policies;

/// <summary>Terms that change and terms of an account's own, as a firm writes them.</summary>
public class OtherTermsTests
{
    private const string Debt = "- id: no-aged-debt\n  title: D\n  for each: invoice\n  deadline: { done: paid, within: 30 days, after: due date }\n  warn: 7 days\n";
    private const string Sixty = "  overrides: [{ account: A1, from: 2026-07-01, reason: 60-day terms as agreed, within: 60 days }]\n";
    private const string Invoices = "invoice_number,account_id,raised_on,due_on,total,net,outstanding,currency,status,paid_on\n"
        + "I1,A1,2026-06-01,2026-06-30,120,100,120,GBP,open,\nI2,A1,2026-06-01,2026-07-01,120,100,120,GBP,open,\nI3,A2,2026-06-01,2026-07-01,120,100,120,GBP,open,\n";

    private static Measure Only(string measure)
    {
        using var folder = new PolicyFolder();
        PolicyReading reading = folder.With("measures.yaml", measure).Read();
        Assert.Empty(reading.Faults);
        return Assert.Single(reading.Policy!.Measures);
    }

    private static string Terms(Terms terms) => terms.By.Promise is Deadline { Within: var within } ? $"{terms.From} {within}, {terms.By.Warn}, {terms.Because}" : "";

    [Fact]
    public void An_account_with_sixty_day_terms_from_a_date_is_said_by_the_policy_alone()
    {
        using var folder = new PolicyFolder();
        Policy policy = PolicyFiles.Read(folder.With("measures.yaml", Debt + Sixty).Root).Policy!;
        Snapshot snapshot = Files.ReadWithRegister(("invoices.csv", Invoices));

        var findings = Views.Of(snapshot, policy, Files.Today).SelectMany(Evaluation.Judge).OrderBy(f => f.Subject, StringComparer.Ordinal).ToArray();

        Assert.Equal(
            [("I1", Verdict.Breached, new LocalDate(2026, 7, 30), null), ("I2", Verdict.Breached, new(2026, 8, 30), "60-day terms as agreed"), ("I3", Verdict.Breached, new(2026, 7, 31), null)],
            findings.Select(f => (f.Subject, f.Verdict, f.Due!.Value, f.Terms?.Because)));
        Assert.Contains("60 days after its due date", findings[1].Message, StringComparison.Ordinal);
        Assert.Contains(findings[1].Values, v => v is { Name: "terms because", Text: "60-day terms as agreed" });
    }

    [Fact]
    public void A_measure_says_how_old_its_sources_may_be_and_keeps_it_under_other_terms()
    {
        Measure measure = Only(Debt + "  stale after: 10 days\n" + Sixty);
        Assert.Equal(new(10, Domain.Time.SpanUnit.Days), measure.StaleAfter);
        Assert.All(measure.Overrides[new("A1")], t => Assert.Equal(measure.StaleAfter, t.By.StaleAfter));
        Assert.Null(Only(Debt).StaleAfter);
    }

    [Fact]
    public void What_an_entry_leaves_out_stays_and_an_accounts_own_goes_before_everybodys()
    {
        const string Everybody = "  terms: [{ from: 2027-01-01, within: 45 days }, { from: 2026-08-01, warn: 3 days }]\n";
        Measure measure = Only(Debt + Everybody + Sixty);
        Assert.Equal(["Saturday, 01 August 2026 30 days, 3 days, ", "Friday, 01 January 2027 45 days, 3 days, "], measure.Changed.Select(Terms));
        Assert.Equal(
            [
                "Wednesday, 01 July 2026 60 days, 7 days, 60-day terms as agreed", "Saturday, 01 August 2026 60 days, 3 days, 60-day terms as agreed",
                "Friday, 01 January 2027 60 days, 3 days, 60-day terms as agreed",
            ],
            measure.Overrides[new("A1")].Select(Terms));
        Assert.Equal(new(30, Domain.Time.SpanUnit.Days), Assert.IsType<Deadline>(measure.Promise).Within);
    }

    [Fact]
    public void Without_a_day_the_terms_of_an_account_always_were() =>
        Assert.Null(Assert.Single(Only(Debt + "  overrides: [{ account: A1, reason: r, within: 60 days }]\n").Overrides[new("A1")]).From);

    [Theory]
    [InlineData("  overrides: [¦{ account: A1, within: 60 days }]\n", "an override needs 'reason'")]
    [InlineData("  overrides: [¦{ reason: r, within: 60 days }]\n", "an override needs 'account'")]
    [InlineData("  overrides: [¦{ account: A1, reason: r, from: 2026-07-01 }]\n", "an override changes nothing: it has one or more of 'done', 'within', 'warn'")]
    [InlineData("  overrides: [{ account: A1, reason: r, ¦wihtin: 60 days }]\n", "unknown key 'wihtin'; did you mean 'within'?")]
    [InlineData("  overrides: [{ account: A1, reason: r, within: ¦60 dais }]\n", "'60 dais' is no duration: it is a whole number of days, weeks, months or working days; did you mean '60 days'?")]
    [InlineData("  overrides: [{ account: A1, reason: r, within: 60 days, ¦after: month end }]\n", "unknown key 'after'; an override has 'account', 'reason', 'from', 'done', 'within', 'warn'")]
    [InlineData("  overrides: [{ account: A1, reason: r, from: ¦2026/07/01, within: 60 days }]\n", "'2026/07/01' is no day as yyyy-MM-dd; did you mean '2026-07-01'?")]
    [InlineData("  overrides: [{ account: A1, reason: r, within: 60 days }, ¦{ account: A1, reason: s, within: 61 days }]\n", "an override from the same day is already there")]
    [InlineData("  overrides: ¦{ account: A1 }\n", "'overrides' is a list, not keys and values")]
    [InlineData("  terms: [¦{ within: 60 days }]\n", "an entry of 'terms' needs 'from'")]
    [InlineData("  terms: [{ from: 2026-07-01, ¦account: A1, within: 60 days }]\n", "unknown key 'account'; an entry of 'terms' has 'from', 'done', 'within', 'warn'")]
    public void Other_terms_that_make_no_sense_are_one_clear_fault(string terms, string fault) => Marked.HasOneFault("measures.yaml", Debt + terms, fault);

    [Fact]
    public void Other_terms_of_a_threshold_must_still_have_something_within() => Marked.HasOneFault("measures.yaml",
        PolicyFolder.WithTerms("threshold: { figure: utilisation, at least: 75, at most: 90 }\n  overrides: [{ account: A1, reason: r, at least: 95 }]").Replace("at most: 90", "¦at most: 90"),
        "'at most' lies below 'at least': nothing is within");
}
