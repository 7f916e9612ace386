namespace Plumbline.Functions.Tests.Policies;

public class TermsTests
{
    private const string NoDuration = "is no duration: it is a whole number of days, weeks, months or working days";

    [Theory]
    [InlineData("0 days")]
    [InlineData("1 day")]
    [InlineData("1 working day")]
    [InlineData("2 weeks")]
    [InlineData("120 months")]
    [InlineData("3660 days")]
    public void A_grace_is_any_duration_up_to_ten_years_and_may_be_none(string grace) =>
        Assert.Empty(PolicyFolder.FaultsOf("measures.yaml", PolicyFolder.WithTerms($"cadence: {{ activity: a, every: 14 days, grace: {grace} }}")));

    [Theory]
    [InlineData("3 wroking days", NoDuration + "; did you mean '3 working days'?")]
    [InlineData("3 business days", NoDuration + "; did you mean '3 working days'?")]
    [InlineData("3 Working Days", NoDuration + "; did you mean '3 working days'?")]
    [InlineData("three weeks", NoDuration + "; did you mean '3 weeks'?")]
    [InlineData("3days", NoDuration + "; did you mean '3 days'?")]
    [InlineData("30", NoDuration + "; did you mean '30 days'?")]
    [InlineData("-1 day", NoDuration + "; did you mean '1 day'?")]
    [InlineData("1.5 days", NoDuration + "; did you mean '2 days'?")]
    [InlineData("1,5 days", NoDuration + "; did you mean '2 days'?")]
    [InlineData("soon", NoDuration)]
    [InlineData("days", NoDuration)]
    [InlineData("3 parsecs", NoDuration)]
    [InlineData("99999999999999999999 days", NoDuration)]
    [InlineData("0 days", "is too short: it is at least 1 day")]
    [InlineData("3661 days", "is too long: it is at most 3660 days")]
    [InlineData("121 months", "is too long: it is at most 120 months")]
    public void An_impossible_duration_is_refused_with_what_was_probably_meant(string within, string fault) =>
        Marked.HasOneFault("measures.yaml", PolicyFolder.WithTerms($"deadline: {{ done: paid, within: ¦\"{within}\", after: month end }}"), $"'{within}' {fault}");

    [Theory]
    [InlineData("deadline: { done: ¦[paid], after: month end }", "a list in 'done' says what it means; did you mean '{ all of: [...] }'?")]
    [InlineData("deadline: { done: { all of: ¦[] }, after: month end }", "'all of' is an empty list")]
    [InlineData("deadline: { done: { all of: [paid, ¦paid] }, after: month end }", "'paid' is listed twice")]
    [InlineData("deadline: ¦{ done: paid }", "a deadline needs one of 'after', 'before'")]
    [InlineData("deadline: { done: { total: { of: invoiced net, reaches: ¦99, share of: billable value } }, after: month end }", "'99' is no percentage; did you mean '99 %'?")]
    [InlineData("deadline: { done: { total: { of: invoiced net, reaches: ¦101 %, share of: billable value } }, after: month end }", "'101 %' is no share: it lies above 0 % and reaches 100 % at most")]
    [InlineData("deadline: { done: { total: { of: invoiced net, reaches: 99 %, ¦share of: invoiced net } }, after: month end }", "'share of' names the same amount as 'of': 'invoiced net'")]
    [InlineData("cadence: { activity: a, every: ¦fortnight }", "'fortnight' is no value of 'every': it is one of 'week', 'month', 'quarter', 'half-year', 'year', or a duration; did you mean '2 weeks'?")]
    [InlineData("cadence: { activity: { any of: [a, ¦A] }, every: week }", "'A' is listed twice")]
    [InlineData("threshold: ¦{ figure: utilisation }", "a threshold needs 'at least' or 'at most' or 'above' or 'change'")]
    [InlineData("threshold: ¦{ at least: 1 }", "a threshold needs one of 'figure', 'all of'")]
    [InlineData("threshold: { figure: utilisation, at most: 1, ¦all of: [{ figure: burn, at most: 1 }] }", "'all of' beside 'figure': a threshold has one of 'figure', 'all of'")]
    [InlineData("threshold: { all of: [{ figure: burn, at most: 1 }], ¦at least: 1 }", "'at least' beside 'all of': it belongs to one of the figures")]
    [InlineData("threshold: { all of: ¦[] }", "'all of' is an empty list")]
    [InlineData("threshold: { all of: ¦burn }", "'all of' is a list, not text")]
    [InlineData("threshold: { all of: [{ figure: burn, at most: 1 }, ¦{ at most: 1 }] }", "a figure of a threshold needs 'figure'")]
    [InlineData("threshold: { all of: [{ figure: ¦brun, at most: 1 }] }", "unknown figure 'brun'; did you mean 'burn'?")]
    [InlineData("threshold: { figure: margin, at least: ¦margin targt }", "unknown target 'margin targt'; did you mean 'margin target'?")]
    [InlineData("threshold: { figure: margin, at least: ¦plenty }", "unknown target 'plenty'; known are 'growth target', 'margin target'")]
    [InlineData("threshold: { figure: margin, at least: margin target, ¦at most: 90 }", "a target of the account is the only bound of its figure")]
    [InlineData("threshold: { figure: margin, above: 5, ¦at most: 5 }", "'at most' is not more than 'above': nothing is within")]
    [InlineData("threshold: { figure: satisfaction, change: ¦{ at least: 0 } }", "a change needs 'since'")]
    [InlineData("threshold: { figure: satisfaction, change: ¦{ since: previous } }", "a change needs one of 'at least', 'above'")]
    [InlineData("threshold: { figure: satisfaction, change: { at least: 0, since: ¦previuos } }", "'previuos' is no value of 'since': it is 'previous', or a duration; did you mean 'previous'?")]
    [InlineData("threshold: { figure: satisfaction, change: { at least: 0, since: ¦3 mnths } }", NoDuration + "; did you mean '3 months'?", "'3 mnths' ")]
    [InlineData("threshold: { figure: utilisation, change: { at least: 0, since: ¦3 months } }", "'utilisation' cannot be set beside what it was before")]
    [InlineData("threshold: { figure: active projects, change: { at least: 0, since: ¦previous } }", "'active projects' is not read from anywhere: it has no previous reading, only a figure so long ago")]
    [InlineData("threshold: { figure: utilisation, at least: 1 }\n  where: { ¦importnce: key }", "unknown key 'importnce'; did you mean 'importance'?")]
    [InlineData("threshold: { figure: utilisation, at least: 1 }\n  where: { importance: ¦strategc }", "'strategc' is no value of 'importance'; did you mean 'strategic'?")]
    [InlineData("threshold: { figure: utilisation, at least: 1 }\n  where: { importance: [key, ¦golden] }", "'golden' is no value of 'importance': it is one of 'strategic', 'key', 'standard'")]
    [InlineData("threshold: { figure: utilisation, at least: 1 }\n  where: ¦{}", "'where' chooses by nothing: it has one or more of 'importance'")]
    [InlineData("threshold: { figure: utilisation, at least: ¦75 % }", "'75 %' is no number; did you mean '75'?")]
    [InlineData("threshold: { figure: utilisation, at least: 7,¦5, at most: 9 }", "unknown key '5'; a threshold has 'figure', 'at least', 'at most', 'above', 'change', 'all of'")]
    [InlineData("coverage: { role: lead, holders: ¦1 }", "'1' is no number of holders: it is 'exactly N' or 'at least N'; did you mean 'exactly 1'?")]
    [InlineData("coverage: { role: lead, holders: ¦atleast 2 }", "'atleast 2' is no number of holders: it is 'exactly N' or 'at least N'; did you mean 'at least 2'?")]
    [InlineData("coverage: { role: lead, holders: ¦at least 0 }", "'at least 0' always holds; did you mean 'at least 1'?")]
    [InlineData("agreement: { record: opportunity, in: ¦[crm, psa, erp] }", "an agreement is between two systems, not 3")]
    [InlineData("agreement: { record: opportunity, in: [crm, ¦CRM] }", "'CRM' is listed twice")]
    [InlineData("agreement: { record: opportunity, in: [crm, psa], same: [stage], within: { ¦Stage: 1 % } }", "'Stage' is also in 'same': it is either equal or within a share")]
    [InlineData("agreement: { record: opportunity, in: [crm, psa], within: ¦10 % }", "'within' is written as keys and values, not as text")]
    public void Terms_that_make_no_sense_are_one_clear_fault(string terms, string fault, string before = "") =>
        Marked.HasOneFault("measures.yaml", PolicyFolder.WithTerms(terms), before + fault);

    [Theory]
    [InlineData("source-read", "the id 'source-read' is the engine's own")]
    [InlineData("9lives", "'9lives' is no id: it has lower-case letters, digits and hyphens, at most 60, and begins with a letter")]
    [InlineData("a_b", "'a_b' is no id: it has lower-case letters, digits and hyphens, at most 60, and begins with a letter; did you mean 'a-b'?")]
    [InlineData("[a]", "expected text, not a list")]
    public void An_id_can_be_part_of_a_key(string id, string fault) =>
        Marked.HasOneFault("measures.yaml", $"- id: ¦{id}\n  title: A\n  for each: account\n  threshold: {{ figure: utilisation, at least: 1 }}\n", fault);
}
