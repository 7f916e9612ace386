namespace Plumbline.Ingest.Tests.Policies;

/// <summary>What a firm adds by YAML alone, and how it judges then.</summary>
public class OwnMeasuresTests
{
    private const string Steering = """
        - id: steering-meeting
          title: A steering meeting is held every 6 weeks, with an executive of the customer
          for each: account
          cadence: { activity: steering meeting, every: 6 weeks, attended by: { all of: [executive] } }
          warn: 5 working days
        """;

    private const string Debt = """
        - id: no-aged-debt
          title: No debt is more than 30 days overdue
          for each: invoice
          deadline: { done: paid, within: 30 days, after: due date }
          overrides: [{ account: A2, from: 2026-07-01, reason: 60-day terms as agreed, within: 60 days }]
        """;

    private const string Steered = """
        given:
          accounts: [{ account_id: A1, status: active, started_on: 2026-01-05 }, { account_id: A2, status: active, started_on: 2026-01-05 }]
          people: [{ person_id: P1 }]
        tests:
        - test: with an executive it is good for 42 days
          measure: steering-meeting
          given:
            contacts: [{ contact_id: C1, account_id: A1, stakeholder_role: Executive }]
            activities: [{ activity_id: V1, account_id: A1, kind: steering meeting, held_on: 2026-08-03, participants: [P1, C1] }]
          expect: { 2026-09-06: { A1: met }, 2026-09-07: { A1: at risk }, 2026-09-14: { A1: at risk }, 2026-09-15: { A1: breached } }
        - test: nobody else stands in for an executive, nor one of another account, nor an executive somewhere else
          measure: steering-meeting
          given:
            contacts: [{ contact_id: C1, account_id: A1, stakeholder_role: finance }, { contact_id: C2, account_id: A2, stakeholder_role: executive }]
            activities: [{ activity_id: V1, account_id: A1, kind: steering meeting, held_on: 2026-08-03, participants: [P1, C1, C2, customer] }]
          expect: { 2026-08-04: { A1: breached } }
        - test: without the contacts nobody knows whether it was an executive
          measure: steering-meeting
          given:
            activities: [{ activity_id: V1, account_id: A1, kind: steering meeting, held_on: 2026-08-03, participants: [P1, customer] }]
          expect: { 2026-08-04: { A1: unknown(source_missing) } }
        - test: a row that names nobody counts as attended by all who must be there
          measure: steering-meeting
          given:
            contacts: []
            activities: [{ activity_id: V1, account_id: A1, kind: steering meeting, held_on: 2026-08-03 }]
          expect: { 2026-08-04: { A1: met } }
        """;

    [Fact]
    public void A_steering_meeting_every_six_weeks_with_an_executive_is_said_by_the_policy_alone() => OwnMeasures.Hold(4, Steering, Steered);

    [Fact]
    public void An_account_with_sixty_day_terms_from_a_date_is_judged_by_them_from_then_on() => OwnMeasures.Hold(1, Debt, """
        given:
          accounts: [{ account_id: A1, status: active }, { account_id: A2, status: active }]
        tests:
        - test: by the due date of each invoice
          measure: no-aged-debt
          given:
            invoices:
            - { invoice_number: before, account_id: A2, raised_on: 2026-06-01, due_on: 2026-06-30, total: 12, outstanding: 12 }
            - { invoice_number: from then, account_id: A2, raised_on: 2026-06-01, due_on: 2026-07-01, total: 12, outstanding: 12 }
            - { invoice_number: another's, account_id: A1, raised_on: 2026-06-01, due_on: 2026-07-01, total: 12, outstanding: 12 }
          expect:
            2026-07-30: { before: not due, from then: not due, another's: not due }
            2026-07-31: { before: breached, from then: not due, another's: not due }
            2026-08-01: { before: breached, from then: not due, another's: breached }
            2026-08-30: { from then: not due }
            2026-08-31: { from then: breached }
        """);
}
