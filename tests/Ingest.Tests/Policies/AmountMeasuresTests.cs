namespace Plumbline.Ingest.Tests.Policies;

/// <summary>Measures about large amounts, as a firm writes them in YAML alone.</summary>
public class AmountMeasuresTests
{
    private const string LargeExpenses = """
        - id: large-expenses-approved
          title: Expenses over 500 are approved within a day of submission
          for each: expense claim
          where: { amount: { above: { GBP: 500, JPY: 100000 } } }
          deadline: { done: approved, within: 1 day, after: submitted }
        """;

    private const string LargeInvoices = """
        - id: large-invoices-paid
          title: No invoice above 50,000 is open for more than 14 days after its date
          for each: invoice
          where: { total: { above: { GBP: 50000 } } }
          deadline: { done: paid, within: 14 days, after: invoice date }
          warn: 3 days
        """;

    private const string Firm = """
        given:
          accounts: [{ account_id: A1, status: active, started_on: 2026-01-05 }]
          engagements: [{ engagement_id: E1, account_id: A1, status: active, started_on: 2026-01-05 }]
          people: [{ person_id: P1 }]
        tests:

        """;

    [Fact]
    public void Expenses_over_500_are_approved_within_a_day_of_submission() => OwnMeasures.Hold(4, LargeExpenses, Firm + """
        - test: the day after submission is the last, and 500.00 is not over 500
          measure: large-expenses-approved
          given:
            expenses:
            - { expense_id: X1, person_id: P1, engagement_id: E1, amount: 500.01, currency: GBP, submitted_on: 2026-09-01 }
            - { expense_id: X2, person_id: P1, engagement_id: E1, amount: 500.00, currency: GBP, submitted_on: 2026-09-01 }
          expect: { 2026-08-31: nothing, 2026-09-01: { X1: not due, X2: nothing }, 2026-09-02: { X1 2026-W36: not due }, 2026-09-03: { X1 2026-W36: breached, X2: nothing } }
        - test: approved on the day after is in time, on the second day late
          measure: large-expenses-approved
          given:
            expenses:
            - { expense_id: X1, person_id: P1, engagement_id: E1, amount: 900, currency: GBP, submitted_on: 2026-09-01, approved_on: 2026-09-02 }
            - { expense_id: X2, person_id: P1, engagement_id: E1, amount: 900, currency: GBP, submitted_on: 2026-09-01, approved_on: 2026-09-03 }
          expect: { 2026-09-02: { X1: met, X2: not due }, 2026-09-03: { X1: met, X2: met late } }
        - test: a currency without minor units is compared in its own units
          measure: large-expenses-approved
          given:
            expenses:
            - { expense_id: X1, person_id: P1, engagement_id: E1, amount: 100001, currency: JPY, submitted_on: 2026-09-01 }
            - { expense_id: X2, person_id: P1, engagement_id: E1, amount: 100000, currency: JPY, submitted_on: 2026-09-01 }
          expect: { 2026-09-03: { X1: breached, X2: nothing } }
        - test: a claim in another currency, in none, or of no amount is neither in nor out, approved or not
          measure: large-expenses-approved
          given:
            expenses:
            - { expense_id: X1, person_id: P1, engagement_id: E1, amount: 900, currency: USD, submitted_on: 2026-09-01 }
            - { expense_id: X2, person_id: P1, engagement_id: E1, amount: 5, currency: USD, submitted_on: 2026-09-01, approved_on: 2026-09-01 }
            - { expense_id: X3, person_id: P1, engagement_id: E1, amount: 900, submitted_on: 2026-09-01 }
            - { expense_id: X4, person_id: P1, engagement_id: E1, currency: GBP, submitted_on: 2026-09-01 }
          expect:
            2026-09-01: { X1: unknown(currency_differs) }
            2026-09-03: { X1 2026-W36: unknown(currency_differs), X2: unknown(currency_differs), X3: unknown(currency_differs), X4: unknown(figure_incomplete) }
            2027-09-02: { X2: unknown(currency_differs) }
            2027-09-03: { X1: unknown(currency_differs), X2: nothing }
        """);

    [Fact]
    public void No_invoice_above_50_000_is_open_for_more_than_14_days_after_its_date() => OwnMeasures.Hold(4, LargeInvoices, Firm + """
        - test: day 14 is the last, and 50,000.00 is not above 50,000
          measure: large-invoices-paid
          given:
            invoices:
            - { invoice_number: I1, account_id: A1, raised_on: 2026-09-01, due_on: 2026-10-01, total: 50000.01, outstanding: 50000.01, currency: GBP }
            - { invoice_number: I2, account_id: A1, raised_on: 2026-09-01, due_on: 2026-10-01, total: 50000, outstanding: 50000, currency: GBP }
          expect:
            2026-08-31: nothing
            2026-09-11: { I1 2026-09-01: not due, I2: nothing }
            2026-09-12: { I1: at risk }
            2026-09-15: { I1: at risk }
            2026-09-16: { I1: breached, I2: nothing }
        - test: paid on day 14 is in time, on day 15 late, and a part is no payment
          measure: large-invoices-paid
          given:
            invoices:
            - { invoice_number: I1, account_id: A1, raised_on: 2026-09-01, total: 60000, outstanding: 0, currency: GBP, status: paid, paid_on: 2026-09-15 }
            - { invoice_number: I2, account_id: A1, raised_on: 2026-09-01, total: 60000, outstanding: 0, currency: GBP, status: paid, paid_on: 2026-09-16 }
            - { invoice_number: I3, account_id: A1, raised_on: 2026-09-01, total: 60000, outstanding: 20000, currency: GBP }
          expect: { 2026-09-16: { I1: met, I2: met late, I3: breached } }
        - test: an invoice in another currency is neither in nor out
          measure: large-invoices-paid
          given:
            invoices: [{ invoice_number: I1, account_id: A1, raised_on: 2026-09-01, total: 1, outstanding: 1, currency: EUR }]
          expect: { 2026-09-10: unknown(currency_differs), 2026-09-16: unknown(currency_differs) }
        - test: without the invoices nobody knows
          measure: large-invoices-paid
          expect: { 2026-09-16: { A1: unknown(source_missing) } }
        """);

    [Fact]
    public void Items_are_chosen_by_their_amount_too() => OwnMeasures.Hold(1, """
        - id: large-milestones
          title: Milestones worth 10,000 or more are reached by their dates
          for each: milestone
          where: { amount: { at least: { GBP: 10000 } } }
          deadline: { done: done, before: due date }
        """, Firm + """
        - test: worth as much is enough, and a milestone without an amount may be worth it
          measure: large-milestones
          given:
            items:
            - { kind: milestone, item_id: M1, account_id: A1, due_on: 2026-09-01, amount: 10000, currency: GBP }
            - { kind: milestone, item_id: M2, account_id: A1, due_on: 2026-09-01, amount: 9999.99, currency: GBP }
            - { kind: milestone, item_id: M3, account_id: A1, due_on: 2026-09-01 }
            - { kind: risk, item_id: K1, account_id: A1, amount: 10000, currency: GBP }
          expect: { 2026-09-01: { M1: not due, M2: nothing, M3: unknown(figure_incomplete), K1: nothing }, 2026-09-02: { M1: breached, M2: nothing } }
        """);

    [Fact]
    public void What_is_still_outstanding_decides_where_the_measure_chooses_by_it() => OwnMeasures.Hold(1, """
        - id: large-debts
          title: At least 50,000 is never outstanding for more than 14 days
          for each: invoice
          where: { outstanding: { at least: { GBP: 50000 } } }
          deadline: { done: paid, within: 14 days, after: invoice date }
        """, Firm + """
        - test: a part payment takes an invoice out, and one to come does not
          measure: large-debts
          given:
            invoices:
            - { invoice_number: I1, account_id: A1, raised_on: 2026-09-01, total: 60000, outstanding: 50000, currency: GBP }
            - { invoice_number: I2, account_id: A1, raised_on: 2026-09-01, total: 60000, outstanding: 49999.99, currency: GBP }
            - { invoice_number: I3, account_id: A1, raised_on: 2026-09-01, total: 60000, outstanding: 0, currency: GBP, status: paid, paid_on: 2026-09-17 }
          expect: { 2026-09-16: { I1: breached, I2: nothing, I3: breached }, 2026-09-17: { I1: breached, I3: nothing } }
        """);

    [Theory]
    [InlineData("{ ¦totl: { above: { GBP: 1 } } }", "unknown key 'totl'; did you mean 'total'?")]
    [InlineData("{ total: ¦{} }", "'total' needs one of 'above', 'at least'")]
    [InlineData("{ total: ¦50000 }", "'total' is written as keys and values, not as text")]
    [InlineData("{ total: { above: { GBP: 1 }, ¦at least: { EUR: 1 } } }", "'at least' beside 'above': 'total' has one of 'above', 'at least'")]
    [InlineData("{ total: { ¦below: { GBP: 1 } } }", "unknown key 'below'; 'total' has 'above', 'at least'", "'total' needs one of 'above', 'at least'")]
    [InlineData("{ total: { above: ¦50000 } }", "'above' is written as keys and values, not as text")]
    [InlineData("{ total: { above: ¦{} } }", "'above' names no amount; did you mean '{ GBP: 50000 }'?")]
    [InlineData("{ total: { above: { ¦gbp: 1 } } }", "'gbp' is no currency: it is three capital letters, as GBP; did you mean 'GBP'?")]
    [InlineData("{ total: { above: { ¦pounds: 1 } } }", "'pounds' is no currency: it is three capital letters, as GBP")]
    [InlineData("{ total: { above: { GBP: ¦\"50,000\" } } }", "'50,000' is no amount: it is a number of whole units, as 50000; did you mean '50000'?")]
    [InlineData("{ total: { above: { GBP: ¦-1 } } }", "'-1' is no amount: it is a number of whole units, as 50000; did you mean '1'?")]
    [InlineData("{ total: { above: { GBP: ¦0.005 } } }", "'0.005' has more decimals than GBP has, which is 2")]
    [InlineData("{ total: { above: { JPY: ¦0.5 } } }", "'0.5' has more decimals than JPY has, which is 0")]
    public void A_choice_by_amount_that_makes_no_sense_is_told(string where, string fault, string also = "")
    {
        Marked text = Marked.Of($"- id: a\n  title: A\n  for each: invoice\n  deadline: {{ done: paid, after: due date }}\n  where: {where}\n");
        string[] faults = PolicyFolder.FaultsOf("measures.yaml", text.Text);
        Assert.Contains($"measures.yaml:{text.Line}:{text.Column}: {fault}", faults);
        Assert.Equal(also.Length == 0 ? 1 : 2, faults.Length);
        Assert.Contains(faults, f => f.EndsWith(also, StringComparison.Ordinal));
    }
}
