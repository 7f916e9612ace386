using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Findings;

/// <summary>What an account lead reads of a Deadline.</summary>
public class DeadlineSentenceTests
{
    private static Firm Northwind(string? from = "2026-01-05") => new Firm().Account().Engagement("E03", from: from).Person();

    private static Firm August() => Northwind().Worked("2026-08-03", pence: 4_120_000, approved: "2026-08-10", on: "E03");

    private static void Reads(string message, string? remedy, Firm firm, string measure, string day)
    {
        Finding finding = firm.Only(measure, day);
        Assert.Equal((message, remedy), (finding.Message, finding.Remedy));
    }

    [Fact]
    public void A_month_not_invoiced() => Reads(
        "Billable month Portal rebuild (E03), August 2026: not invoiced to 99 % of £41,200.00 (£0.00 so far); it was due on 3 September 2026, 3 working days after the end of the month (31 August 2026).",
        "raise one invoice for August 2026, about £41,200.00", August(), "invoice-raised", "2026-09-04");

    [Fact]
    public void A_month_invoiced_in_part() => Reads(
        "Billable month Portal rebuild (E03), August 2026: not yet invoiced to 99 % of £41,200.00 (£20,000.00 so far); it is due on 3 September 2026, 3 working days after the end of the month (31 August 2026).",
        "raise one invoice for August 2026, about £21,200.00", August().Invoice(raised: "2026-09-01", period: "2026-08", net: 2_000_000, on: "E03"), "invoice-raised", "2026-09-02");

    [Fact]
    public void A_month_of_work_without_values() => Reads(
        "Billable month Portal rebuild (E03), August 2026: not invoiced; it was due on 3 September 2026, 3 working days after the end of the month (31 August 2026).",
        "raise one invoice for August 2026", Northwind().Worked("2026-08-03", approved: "2026-08-10", on: "E03"), "invoice-raised", "2026-09-04");

    [Fact]
    public void A_month_invoiced_in_time_and_late()
    {
        Firm Invoiced(string on) => August().Invoice(raised: on, period: "2026-08", net: 4_120_000, on: "E03");
        Reads("Billable month Portal rebuild (E03), August 2026: invoiced on 2 September 2026, in time for 3 September 2026.", null, Invoiced("2026-09-02"), "invoice-raised", "2026-09-10");
        Reads("Billable month Portal rebuild (E03), August 2026: invoiced on 8 September 2026; it was due on 3 September 2026, 3 working days after the end of the month (31 August 2026).", null,
            Invoiced("2026-09-08"), "invoice-raised", "2026-09-10");
    }

    [Fact]
    public void A_month_whose_invoice_is_in_another_currency() => Reads(
        "Billable month Portal rebuild (E03), August 2026: cannot be judged: the amounts to be compared are in different currencies.",
        "give the amounts in one currency where they are kept", August().Invoice(raised: "2026-09-01", period: "2026-08", net: 1, currency: "EUR", on: "E03"), "invoice-raised", "2026-09-04");

    [Fact]
    public void An_invoice_paid_in_part_and_disputed() => Reads(
        "Invoice INV-1, 14 August 2026: not paid (£1,200.00 of £2,400.00 outstanding, disputed); it was to be paid by 13 September 2026, 30 days after its due date (14 August 2026).",
        "settle the dispute, then collect or credit £1,200.00", Northwind().Invoice(outstanding: 120_000, disputed: true), "no-aged-debt", "2026-09-14");

    [Fact]
    public void An_invoice_that_nobody_paid() => Reads(
        "Invoice INV-1, 14 August 2026: not yet paid (€2,400.00 outstanding); it is to be paid by 13 September 2026, 30 days after its due date (14 August 2026).",
        "collect €2,400.00, or credit it", Northwind().Invoice(currency: "EUR"), "no-aged-debt", "2026-09-10");

    [Fact]
    public void An_invoice_that_is_not_due() => Reads(
        "Invoice INV-1, 14 August 2026: to be paid by 13 September 2026.", null, Northwind().Invoice(), "no-aged-debt", "2026-08-20");

    [Fact]
    public void An_invoice_closed_on_a_day_unknown() => Reads(
        "Invoice INV-1, 14 August 2026: paid, on a day that its source does not give.", null, Northwind().Invoice(outstanding: 0), "no-aged-debt", "2026-08-20");

    [Fact]
    public void A_timesheet_approved_in_part() => Reads(
        "Timesheet of P1 on E03, week 2026-W36: not approved (1 of 2 entries); it was due on 8 September 2026, 2 working days after the end of the week (6 September 2026).",
        "approve the entry of P1 on E03 that waits, or send it back", Northwind().Worked("2026-09-01", on: "E03").Worked("2026-09-02", approved: "2026-09-03", on: "E03"), "timesheets-approved", "2026-09-09");

    [Fact]
    public void A_timesheet_of_one_entry() => Reads(
        "Timesheet of P1 on E03, week 2026-W36: not approved (1 entry); it was due on 8 September 2026, 2 working days after the end of the week (6 September 2026).",
        "approve the entry of P1 on E03 that waits, or send it back", Northwind().Worked("2026-09-01", on: "E03"), "timesheets-approved", "2026-09-09");

    [Fact]
    public void A_timesheet_whose_day_lies_beyond_the_known_holidays() => Reads(
        "Timesheet of P1 on E03, week 2028-W52: to be approved; by which day cannot be told yet.", null, Northwind().Worked("2028-12-29", on: "E03"), "timesheets-approved", "2028-12-30");

    [Fact]
    public void An_expense_that_nobody_approved() => Reads(
        "Expense claim X1, week 2026-W36: not approved (£84.50); it was due on 8 September 2026, 2 working days after the end of the week (6 September 2026).",
        "approve claim X1 of £84.50, or send it back", Northwind().Expense(on: "E03"), "expenses-approved", "2026-09-09");

    [Fact]
    public void A_data_mapping_open_closed_and_to_come()
    {
        Reads("Engagement Portal rebuild (E03), 1 August 2026: data mapping not closed; it was due on 31 August 2026, 30 days after the start of the project (1 August 2026).",
            "close the data mapping and record the day", Northwind("2026-08-01"), "data-mapping", "2026-09-01");
        Reads("Engagement Portal rebuild (E03), 1 August 2026: data mapping to be closed by 31 August 2026.", null, Northwind("2026-08-01"), "data-mapping", "2026-08-10");
        Reads("Engagement Portal rebuild (E03), 1 August 2026: data mapping closed on 20 August 2026, in time for 31 August 2026.", null,
            Northwind("2026-08-01").DataMapping("2026-08-20", on: "E03"), "data-mapping", "2026-09-01");
    }

    [Fact]
    public void A_statement_of_work_that_is_not_there() => Reads(
        "Statement of work Portal rebuild (E03), 1 September 2026: not reviewed by legal, agreed with the local board, signed by all parties or recorded; it was due on 1 September 2026, the start of work.",
        "draw up the statement of work, have legal review it, agree it with the local board, have all parties sign it and record it", Northwind("2026-09-01"), "statement-of-work", "2026-09-02");

    [Fact]
    public void A_statement_of_work_that_nobody_recorded() => Reads(
        "Statement of work Portal rebuild (E03), 1 September 2026: document D1 not yet recorded; it is due on 1 September 2026, the start of work.",
        "record D1", Northwind("2026-09-01").Document("D1", "2026-07-01", "2026-07-02", "2026-07-03", null, on: "E03"), "statement-of-work", "2026-08-20");

    [Fact]
    public void Of_several_documents_the_one_that_lacks_least_is_named_once() => Reads(
        "Statement of work Portal rebuild (E03), 1 September 2026: document D2 not signed by all parties or recorded; it was due on 1 September 2026, the start of work.",
        "have all parties sign D2 and record it",
        Northwind("2026-09-01").Document("D1", "2026-07-01", null, null, null, on: "E03").Document("D2", "2026-07-01", "2026-07-02", null, null, on: "E03"), "statement-of-work", "2026-09-02");

    [Fact]
    public void A_legal_document_is_called_by_its_kind_and_its_id()
    {
        Finding Nda(Firm firm) => firm.Judge("legal-documents", "2026-09-02").Single(f => f.Subject == "nda");
        Assert.Equal("draw up the NDA, have legal review it, have all parties sign it and record it", Nda(Northwind("2026-09-01")).Remedy);
        Finding signed = Nda(Northwind("2026-09-01").Document("N7", "2026-07-01", null, "2026-07-03", null, "nda", null));
        Assert.Equal(("NDA, 1 September 2026: document N7 not recorded; it was due on 1 September 2026, the start of work.", "record N7"), (signed.Message, signed.Remedy));
    }
}
