namespace Plumbline.Ingest.Tests.Policies;

/// <summary>A measure that is promised from Wednesday 2026-07-15 on: nothing before that day is judged.</summary>
public class PromisedFromTests
{
    private const string From = "\n  promised from: 2026-07-15\n";

    private const string Firm = """
        given:
          accounts: [{ account_id: A1, status: active, started_on: 2026-01-05 }]
          engagements: [{ engagement_id: E1, account_id: A1, status: active, started_on: 2026-01-05, updated_on: 2026-07-10 }]
          people: [{ person_id: P1 }]
        tests:

        """;

    [Fact]
    public void A_deadline_is_judged_where_its_anchor_does_not_lie_before_the_day() => OwnMeasures.Hold(1, Of("invoice", "deadline: { done: paid, within: 30 days, after: due date }"), Firm + """
        - test: due on the day or later is promised, due before it is not, and what has no due date may be
          measure: a
          given:
            invoices:
            - { invoice_number: before, account_id: A1, raised_on: 2026-06-01, due_on: 2026-07-14, total: 12, outstanding: 12 }
            - { invoice_number: on it, account_id: A1, raised_on: 2026-06-01, due_on: 2026-07-15, total: 12, outstanding: 12 }
            - { invoice_number: endless, account_id: A1, raised_on: 2026-06-01, total: 12, outstanding: 12 }
          expect:
            2026-07-01: { before: nothing, on it: not due, endless: unknown(anchor_missing) }
            2026-09-01: { before: nothing, on it: breached, endless: unknown(anchor_missing) }
        """);

    [Fact]
    public void A_cadence_by_period_is_judged_from_the_first_period_that_begins_on_or_after_the_day() => OwnMeasures.Hold(2, Of("account", "cadence: { activity: roadmap review, every: month }"), Firm + """
        - test: the month in which it is promised has begun before
          measure: a
          given: { activities: [] }
          expect:
            2026-07-14: nothing
            2026-07-31: nothing
            2026-08-01: { A1 2026-08: not due, A1 2026-07: nothing }
            2026-09-01: { A1 2026-08: breached, A1 2026-09: not due, A1 2026-07: nothing, A1 2026-06: nothing }
        - test: without its source nothing is said before there is a period to judge
          measure: a
          expect: { 2026-07-14: nothing, 2026-07-31: nothing, 2026-09-01: { A1 2026-08: unknown(source_missing) } }
        """);

    [Fact]
    public void A_period_that_begins_on_the_day_is_judged() => OwnMeasures.Hold(1, Of("account", "cadence: { activity: roadmap review, every: month }").Replace("07-15", "07-01"), Firm + """
        - test: promised from the first of a month
          measure: a
          given: { activities: [] }
          expect: { 2026-08-01: { A1 2026-07: breached, A1 2026-06: nothing } }
        """);

    [Fact]
    public void The_clock_of_a_rolling_cadence_starts_on_the_day_at_the_earliest() => OwnMeasures.Hold(3, Of("account", "cadence: { activity: roadmap review, every: 14 days }\n  warn: 3 days"), Firm + """
        - test: without any activity it is due 14 days after the day, not after the account's start
          measure: a
          given: { activities: [] }
          expect: { 2026-07-14: nothing, 2026-07-15: not due, 2026-07-25: not due, 2026-07-26: at risk, 2026-07-29: at risk, 2026-07-30: breached }
        - test: an activity before the day keeps nothing
          measure: a
          given: { activities: [{ activity_id: V1, account_id: A1, kind: roadmap review, held_on: 2026-07-14 }] }
          expect: { 2026-07-15: not due, 2026-07-29: at risk, 2026-07-30: breached }
        - test: from an activity on the day it is kept for 14 days
          measure: a
          given: { activities: [{ activity_id: V1, account_id: A1, kind: roadmap review, held_on: 2026-07-15 }] }
          expect: { 2026-07-15: met, 2026-07-29: at risk, 2026-07-30: breached }
        """);

    [Fact]
    public void A_record_that_was_updated_before_the_day_has_its_time_from_the_day_on() => OwnMeasures.Hold(1, Of("active engagement", "cadence: { activity: record updated, every: 7 days }"), Firm + """
        - test: the latest update lies before
          measure: a
          expect: { 2026-07-14: nothing, 2026-07-22: { E1: not due }, 2026-07-23: { E1: breached } }
        """);

    [Theory]
    [InlineData("threshold: { figure: satisfaction, at least: 8 }", "readings: [{ figure: satisfaction, account_id: A1, value: 3, as_of: 2026-07-01 }]")]
    [InlineData("coverage: { role: account lead, holders: exactly 1 }", "roles: []")]
    [InlineData("agreement: { role: account lead, in: [psa, crm] }", "roles: []")]
    public void What_is_judged_as_it_stands_is_judged_from_the_day_on(string promise, string given) => OwnMeasures.Hold(2, Of("account", promise), Firm + $$"""
        - test: the day itself is the first
          measure: a
          given: { {{given}} }
          expect: { 2026-07-14: nothing, 2026-07-15: breached }
        - test: without its source nothing is said before
          measure: a
          expect: { 2026-07-14: nothing, 2026-07-15: unknown(source_missing) }
        """);

    [Fact]
    public void A_day_that_is_none_is_told() =>
        Marked.HasOneFault("measures.yaml", PolicyFolder.WithTerms("coverage: { role: lead, holders: exactly 1 }\n  promised from: ¦15.07.2026"), "'15.07.2026' is no day as yyyy-MM-dd");

    private static string Of(string population, string promise) => $"- id: a\n  title: A\n  for each: {population}\n  {promise}{From}";
}
