namespace Plumbline.Ingest.Tests.Policies;

/// <summary>What a measure joins that does not go together: each is one fault, with what does.</summary>
public class TogetherTests
{
    private const string Activities = "it goes with 'account', 'active engagement', 'engagement team', 'open risk or issue', 'person now on an account', 'person on an account', 'role holder', 'stakeholder role'";
    private const string Parties = "it goes with 'account', 'active engagement', 'engagement team', 'open risk or issue', 'person now on an account', 'person on an account', 'role holder'";
    private const string People = "it goes with 'person now on an account', 'person on an account', 'role holder'";
    private const string Roles = "it goes with 'account', 'active engagement', 'engagement team', 'open opportunity'";

    [Theory]
    [InlineData("invoice", "cadence: { ¦activity: any, every: month }", "an activity does not go with 'invoice'; " + Activities)]
    [InlineData("engagement", "cadence: { ¦activity: quality review, every: month }", "an activity does not go with 'engagement'; " + Activities)]
    [InlineData("account", "cadence: { activity: one-to-one, every: month, ¦pause: leave }", "'pause' does not go with 'account'; " + People)]
    [InlineData("account", "cadence: { activity: one-to-one, every: month, ¦about: person }", "'about' does not go with 'account'; " + People)]
    [InlineData("account", "cadence: { activity: three minds, every: month, of: ¦people lead }", "'people lead' does not go with 'account'; " + People)]
    [InlineData("account", "cadence: { activity: any, every: month, attended by: { all of: [¦somebody else] } }", "'somebody else' does not go with 'account'; " + People)]
    [InlineData("stakeholder role", "cadence: { activity: any, every: month, ¦attended by: { all of: [executive] } }", "'attended by' does not go with 'stakeholder role'; " + Parties)]
    [InlineData("stakeholder role", "cadence: { activity: any, every: month, ¦of: core }", "'of' does not go with 'stakeholder role'; " + Parties)]
    [InlineData("account", "cadence: { ¦activity: record updated, every: 7 days }",
        "'record updated' does not go with 'account', which has no trace; 'record updated' goes with 'active engagement', 'engagement team', 'open opportunity'")]
    [InlineData("account", "coverage: { role: ¦owner, holders: exactly 1 }", "'owner' does not go with 'account'; it goes with 'open risk or issue'")]
    [InlineData("open risk or issue", "coverage: { role: { all of: [owner, ¦delivery lead] }, holders: at least 1 }", "a role that people hold does not go with 'open risk or issue'; " + Roles)]
    [InlineData("invoice", "coverage: { role: ¦account lead, holders: exactly 1 }", "a role that people hold does not go with 'invoice'; " + Roles)]
    [InlineData("invoice", "coverage: { ¦document: nda }", "a document in force does not go with 'invoice'; it goes with 'account', 'active engagement', 'engagement team'")]
    [InlineData("engagement", "agreement: { ¦role: delivery lead, in: [psa, crm] }", "a role in several systems does not go with 'engagement'; it goes with 'account'")]
    [InlineData("account", "agreement: { ¦record: opportunity, in: [psa, crm] }", "a record in several systems does not go with 'account'; it goes with 'open opportunity', 'opportunity'")]
    [InlineData("account", "where: { ¦stakeholder role: sponsor }\n  cadence: { activity: any, every: month }", "'stakeholder role' does not go with 'account', which has the trait 'importance'; 'stakeholder role' goes with 'stakeholder role'")]
    [InlineData("expense claim", "where: { ¦total: { above: { GBP: 500 } } }\n  deadline: { done: approved, after: submitted }",
        "'total' does not go with 'expense claim', which has the amount 'amount'; 'total' goes with 'invoice'")]
    [InlineData("invoice", "where: ¦{}\n  deadline: { done: paid, after: due date }", "'where' chooses by nothing: it has one or more of 'importance', 'net', 'outstanding', 'total'")]
    [InlineData("expense claim", "deadline: { done: approved, after: submitted }\n  ¦roll up: ageing", "'roll up' does not go with 'expense claim'; it goes with 'invoice'")]
    [InlineData("invoice", "deadline: { done: paid, after: due date }\n  terms: [{ from: 2027-01-01, done: ¦approved }]",
        "'approved' does not go with 'invoice', which has the event 'paid'; 'approved' goes with 'billable month', 'expense claim', 'timesheet'")]
    public void What_does_not_go_together_is_one_clear_fault(string population, string terms, string fault) =>
        Marked.HasOneFault("measures.yaml", $"- id: a\n  title: A\n  for each: {population}\n  {terms}\n", fault);

    [Theory]
    [InlineData("cadence: { activity: ¦servcie review, every: month }", "unknown activity 'servcie review'; did you mean 'service review'?")]
    [InlineData("cadence: { activity: { any of: [retrospective, ¦Squad heath check] }, every: month }", "unknown activity 'Squad heath check'; did you mean 'squad health check'?")]
    [InlineData("cadence: { activity: ¦steering meetng, every: month }", "unknown activity 'steering meetng'; did you mean 'steering meeting'?")]
    [InlineData("cadence: { activity: ¦record updatd, every: 7 days }", "unknown activity 'record updatd'; did you mean 'record updated'?")]
    [InlineData("cadence: { activity: people movements, every: 2 weeks, of: ¦acount lead }", "unknown role 'acount lead'; did you mean 'account lead'?")]
    [InlineData("coverage: { role: ¦account laed, holders: exactly 1 }", "unknown role 'account laed'; did you mean 'account lead'?")]
    [InlineData("coverage: { document: { all of: [mission, ¦acount plan] } }", "unknown document 'acount plan'; did you mean 'account plan'?")]
    [InlineData("agreement: { role: ¦acount lead, in: [psa, crm] }", "unknown role 'acount lead'; did you mean 'account lead'?")]
    public void A_kind_that_is_nearly_a_known_one_is_told_with_that_one(string terms, string fault)
    {
        string measure = $"\nmeasures:\n- id: a\n  title: A\n  for each: account\n  {terms}\n";
        Marked.HasOneFault("measures.yaml", $"meetings:\n- {{ kind: steering meeting, title: steering }}{measure}", fault);
    }

    [Theory]
    [InlineData("steering meeting")]
    [InlineData("desk review")]
    [InlineData("maturity review")]
    public void A_kind_of_the_firms_own_is_welcome(string kind) => Assert.Empty(PolicyFolder.FaultsOf("measures.yaml", PolicyFolder.WithTerms($"cadence: {{ activity: {kind}, every: month }}")));

    [Fact]
    public void A_kind_of_the_firms_own_that_is_nearly_one_of_ours_is_known_where_meetings_name_it() => Assert.Empty(PolicyFolder.FaultsOf(
        "measures.yaml", "meetings:\n- { kind: equality review, title: equality review }\nmeasures:\n- id: a\n  title: A\n  for each: account\n  cadence: { activity: equality review, every: month }\n"));
}
