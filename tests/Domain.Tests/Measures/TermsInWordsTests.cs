using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>What each promise says of its own terms.</summary>
public class TermsInWordsTests
{
    private static Measure Measure(string id) => Policies.Shipped.Measures.Single(m => m.Id == id);

    [Theory]
    [InlineData("invoice-raised", "invoiced to 99 % of billable value within 3 working days after the end of the month")]
    [InlineData("no-aged-debt", "paid within 30 days after its due date")]
    [InlineData("absences-approved", "decided within 2 working days after the end of the week, and by the first day")]
    [InlineData("open-roles", "done by 10 working days before its due date")]
    [InlineData("data-mapping", "data mapping closed within 30 days after the start of the project")]
    [InlineData("service-review", "a service review with the customer present every month")]
    [InlineData("one-to-one", "a one-to-one with the account lead or the people lead every month; leave pauses it")]
    [InlineData("retrospective", "a retrospective or squad health check every 14 days, with 2 working days of grace")]
    [InlineData("account-retrospective", "an account retrospective among the firm's own people every quarter")]
    [InlineData("core-team-cadence", "an account team meeting with the whole core team present every month")]
    [InlineData("three-minds", "a three minds talk with the people lead every quarter")]
    [InlineData("psa-current", "an update of its record every 7 days")]
    [InlineData("succession-plan", "a review of the succession plan with somebody else named every 6 months; never done is breached")]
    [InlineData("utilisation", "utilisation between 75 % and 90 %")]
    [InlineData("margin", "margin at least the account's margin target")]
    [InlineData("relationship-depth", "the number of active projects not less than 3 months before, the number of stakeholders engaged not less than 3 months before and the number of customer units not less than 3 months before")]
    [InlineData("single-account-lead", "exactly 1 account lead, as the PSA says")]
    [InlineData("lead-seniority", "at least 1 account lead at the career level that firm.yaml asks of a lead, or above, as the PSA says")]
    [InlineData("account-plan-exists", "an account plan and a mission in force")]
    [InlineData("hours-within-sow", "all days with hours within a signed statement of work")]
    [InlineData("opportunities-agree", "the same status, stage and value within 10 % in the CRM and the PSA")]
    [InlineData("lead-agrees", "the same account lead in the PSA, the CRM and the ledger")]
    public void A_promise_says_its_terms(string id, string terms) => Assert.Equal(terms, Measure(id).Promise.InWords);

    [Fact]
    public void No_measure_that_is_shipped_is_without_words() =>
        Assert.All(Policies.Shipped.Measures, m => Assert.Matches(@"^[a-z][^;]*[^ ,.]", m.Promise.InWords));

    [Fact]
    public void A_population_says_whom_it_chose()
    {
        Assert.Equal(" with importance strategic", Measure("core-team-cadence").ForEach.Chosen);
        Assert.Equal(" with importance strategic and role core", Measure("plan-contributions").ForEach.Chosen);
        Assert.Equal("", Measure("no-aged-debt").ForEach.Chosen);
    }
}
