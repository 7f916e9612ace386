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
    [InlineData("3661 days", "is too long: it is at most 3660 days")]
    [InlineData("121 months", "is too long: it is at most 120 months")]
    public void An_impossible_duration_is_refused_with_what_was_probably_meant(string within, string fault) =>
        Marked.HasOneFault("measures.yaml", PolicyFolder.WithTerms($"deadline: {{ done: paid, within: ¦\"{within}\", after: month end }}"), $"'{within}' {fault}");

    [Theory]
    [InlineData("cadence: { activity: a, every: ¦0 days }", "'0 days' is too short: it is at least 1 day")]
    [InlineData("deadline: { done: paid, within: 1 day, after: month end, and before: ¦monht end }", "unknown anchor 'monht end'; did you mean 'month end'?")]
    [InlineData("deadline: { done: paid, after: month end, ¦and before: month end }", "'and before' names the same day: 'month end'")]
    [InlineData("deadline: { done: { total: { of: hours booked, reaches: 80 %, ¦share of: billable value } }, after: month end }", "'hours booked' and 'billable value' are not alike: one is money, the other hours")]
    [InlineData("cadence: { activity: a, every: week, attended by: { none of: [¦outsidr] } }", "'outsidr' is no value of 'none of'; did you mean 'outsider'?")]
    [InlineData("cadence: { activity: a, every: week, attended by: ¦{} }", "'attended by' needs 'all of' or 'none of'")]
    [InlineData("cadence: { activity: a, every: week, ¦never: breached }", "'never' beside a period of the calendar: each period is judged on its own")]
    [InlineData("cadence: { activity: a, every: 2 weeks, never: ¦breach }", "'breach' is no value of 'never'; did you mean 'breached'?")]
    [InlineData("cadence: { activity: record updated, every: 7 days, ¦of: core }", "'of' is said of activities, and 'record updated' is none")]
    [InlineData("¦where: {}\n  cadence: { activity: a, every: week }", "'where' chooses by nothing")]
    [InlineData("where: { ¦importanc: key }\n  cadence: { activity: a, every: week }", "unknown key 'importanc'; did you mean 'importance'?")]
    [InlineData("where: { importance: [key, ¦strategc] }\n  cadence: { activity: a, every: week }", "'strategc' is no value of 'importance'; did you mean 'strategic'?")]
    [InlineData("coverage: { ¦role: lead }", "a coverage of a role needs 'holders'")]
    [InlineData("coverage: ¦{ holders: exactly 1 }", "a coverage needs one of 'role', 'document', 'days'")]
    [InlineData("coverage: { document: nda, ¦holders: exactly 1 }", "'holders' beside 'document': it goes with 'role'")]
    [InlineData("coverage: ¦{ days: days with hours }", "a coverage of days needs 'within'")]
    [InlineData("coverage: { days: days with hours, within: ¦signd statement of work }", "unknown set of days 'signd statement of work'; did you mean 'signed statement of work'?")]
    [InlineData("coverage: { role: lead, holders: exactly 1, with: { career level: ¦at least 11 } }", "'at least 11' is no career level: it is 'at least' and one of firm.yaml, or 'at least lead level'; did you mean 'at least 1'?")]
    [InlineData("coverage: { role: lead, holders: exactly 1, with: { ¦carer level: at least 8 } }", "unknown key 'carer level'; did you mean 'career level'?")]
    [InlineData("agreement: { role: account lead, in: ¦[psa] }", "an agreement is between two systems or more, not 1")]
    [InlineData("agreement: { role: account lead, in: [psa, crm], ¦same: [stage] }", "'same' beside 'role': of a role, who holds it is compared")]
    [InlineData("agreement: { role: account lead, in: [psa, crm], ¦record: opportunity }", "'record' beside 'role': an agreement has one of 'record', 'role'")]
    [InlineData("deadline: { done: ¦[paid], after: month end }", "a list in 'done' says what it means; did you mean '{ all of: [...] }'?")]
    [InlineData("deadline: { done: { all of: ¦[] }, after: month end }", "'all of' is an empty list")]
    [InlineData("deadline: { done: { all of: [paid, ¦paid] }, after: month end }", "'paid' is listed twice")]
    [InlineData("deadline: ¦{ done: paid }", "a deadline needs one of 'after', 'before'")]
    [InlineData("deadline: { done: { total: { of: invoiced net, reaches: ¦99, share of: billable value } }, after: month end }", "'99' is no percentage; did you mean '99 %'?")]
    [InlineData("deadline: { done: { total: { of: invoiced net, reaches: ¦101 %, share of: billable value } }, after: month end }", "'101 %' is no share: it lies above 0 % and reaches 100 % at most")]
    [InlineData("deadline: { done: { total: { of: invoiced net, reaches: 99 %, ¦share of: invoiced net } }, after: month end }", "'share of' names the same amount as 'of': 'invoiced net'")]
    [InlineData("cadence: { activity: a, every: ¦fortnight }", "'fortnight' is no value of 'every': it is one of 'week', 'month', 'quarter', 'half-year', 'year', or a duration; did you mean '2 weeks'?")]
    [InlineData("cadence: { activity: { any of: [a, ¦A] }, every: week }", "'A' is listed twice")]
    [InlineData("threshold: ¦{ figure: utilisation }", "a threshold needs 'at least' or 'at most'")]
    [InlineData("threshold: { figure: utilisation, at least: ¦75 % }", "'75 %' is no number; did you mean '75'?")]
    [InlineData("threshold: { figure: utilisation, at least: 7,¦5, at most: 9 }", "unknown key '5'; a threshold has 'figure', 'at least', 'at most'")]
    [InlineData("coverage: { role: lead, holders: ¦1 }", "'1' is no number of holders: it is 'exactly N' or 'at least N'; did you mean 'exactly 1'?")]
    [InlineData("coverage: { role: lead, holders: ¦atleast 2 }", "'atleast 2' is no number of holders: it is 'exactly N' or 'at least N'; did you mean 'at least 2'?")]
    [InlineData("coverage: { role: lead, holders: ¦at least 0 }", "'at least 0' always holds; did you mean 'at least 1'?")]
    [InlineData("agreement: { record: opportunity, in: ¦[crm, psa, erp] }", "an agreement is between two systems, not 3")]
    [InlineData("agreement: { record: opportunity, in: [crm, ¦CRM] }", "'CRM' is listed twice")]
    [InlineData("agreement: { record: opportunity, in: [crm, psa], same: [stage], within: { ¦Stage: 1 % } }", "'Stage' is also in 'same': it is either equal or within a share")]
    [InlineData("agreement: { record: opportunity, in: [crm, psa], within: ¦10 % }", "'within' is written as keys and values, not as text")]
    public void Terms_that_make_no_sense_are_one_clear_fault(string terms, string fault) =>
        Marked.HasOneFault("measures.yaml", PolicyFolder.WithTerms(terms), fault);

    [Theory]
    [InlineData("source-read", "the id 'source-read' is the engine's own")]
    [InlineData("9lives", "'9lives' is no id: it has lower-case letters, digits and hyphens, at most 60, and begins with a letter")]
    [InlineData("a_b", "'a_b' is no id: it has lower-case letters, digits and hyphens, at most 60, and begins with a letter; did you mean 'a-b'?")]
    [InlineData("[a]", "expected text, not a list")]
    public void An_id_can_be_part_of_a_key(string id, string fault) =>
        Marked.HasOneFault("measures.yaml", $"- id: ¦{id}\n  title: A\n  for each: account\n  threshold: {{ figure: utilisation, at least: 1 }}\n", fault);
}
