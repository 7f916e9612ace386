using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Cli.Tests.Check;

/// <summary>The evidence of one measure and account as a person reads it.</summary>
public sealed partial class ExplainTests
{
    private const string Late = "2026-11-20";

    private static CheckOutcome Explain(CheckedFolder folder, string measure, string day, params string[] more) =>
        CheckedFolder.Run(["explain", folder.Path, "--measure", measure, "--account", "A1", "--as-of", day, .. more]);

    private static string[] Lines(CheckOutcome outcome) => Hash().Replace(outcome.Output, "HASH").Split('\n', StringSplitOptions.TrimEntries)[..^1];

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [Fact]
    public void What_was_promised_found_and_rested_on_stands_in_this_order()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = Explain(folder, "no-aged-debt", "2026-10-28");
        Assert.Equal(1, outcome.Exit);
        Assert.Equal(
        [
            "No debt is more than 30 days overdue",
            "measure           no-aged-debt, severity high, from IW",
            "account           Redwood (A1)",
            "terms             for each invoice: paid within 30 days after its due date; a warning 7 days before",
            "",
            "BREACHED  Invoice I2, 3 September 2026: not paid (£960.00 outstanding); it was to be paid by 3 October 2026, 30 days after its due date (3 September 2026).",
            "due               3 October 2026, 25 days ago",
            "who acts          nobody is known; name 'operations' in firm.yaml",
            "to turn it green  collect £960.00, or credit it",
            "engagement        Portal (E1)",
            "compared          due date: 3 September 2026",
            "not done: paid",
            "amount: £960.00",
            "outstanding: £960.00",
            "failing rows      I2",
            "at stake          £960.00",
            "terms in force    paid within 30 days after its due date; a warning 7 days before",
            "",
            "AT RISK  Invoice I3, 2 October 2026: not yet paid (£900.00 outstanding); it is to be paid by 1 November 2026, 30 days after its due date (2 October 2026).",
            "due               1 November 2026, in 4 days",
            "who acts          nobody is known; name 'operations' in firm.yaml",
            "to turn it green  collect £900.00, or credit it",
            "engagement        Portal (E1)",
            "compared          due date: 2 October 2026",
            "not done: paid",
            "amount: £900.00",
            "outstanding: £900.00",
            "failing rows      I3",
            "at stake          £900.00",
            "terms in force    paid within 30 days after its due date; a warning 7 days before",
            "",
            "Not shown: 1 met.",
            "",
            "It rests on",
            "invoices.csv      as of 28 October 2026, SHA-256 HASH",
            "clock             Europe/London, bank holidays england-and-wales 2019-2028, judged as of 28 October 2026",
            "policy            SHA-256 HASH",
        ], Lines(outcome));
        Assert.DoesNotContain('\u001b', outcome.Output);
    }

    [Fact]
    public void What_a_breach_waits_for_is_named_row_by_row()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("time.csv", "GBP,2026-08-10", "GBP,");
        folder.Replace("invoices.csv", "I3,A1,E1,2026-08", "I3,A1,E1,2026-09");
        CheckOutcome outcome = Explain(folder, "invoice-raised", "2026-09-15");
        Assert.Equal(1, outcome.Exit);
        Assert.Contains("waits for         timesheets-approved: P1/E1 2026-W32", Lines(outcome));
        Assert.Contains("late because 1 timesheet is not approved, due since 11 August 2026.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_judged_says_what_the_reason_means_and_what_to_do_and_exits_with_2()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Delete("invoices.csv");
        CheckOutcome outcome = Explain(folder, "no-aged-debt", CheckedFolder.Day);
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("UNKNOWN  Account Redwood (A1): cannot be judged: invoices.csv is not there; export it to have what rests on it judged.", Lines(outcome));
        Assert.Contains("reason            source_missing: A source that the measure needs is not there.", Lines(outcome));
        Assert.Contains("to judge it       deliver the source that is named, or take the measure out of the policy", Lines(outcome));
        Assert.Contains("invoices.csv      not there", Lines(outcome));
    }

    [Fact]
    public void What_is_kept_is_only_counted_unless_it_is_named_and_exits_with_0()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome all = Explain(folder, "no-aged-debt", CheckedFolder.Day);
        Assert.Equal((0, false), (all.Exit, all.Output.Contains("I1", StringComparison.Ordinal)));
        Assert.Contains("Not shown: 1 met, 2 not due.", Lines(all));
        CheckOutcome named = Explain(folder, "no-aged-debt", Late, "--subject", "I1");
        Assert.Equal(0, named.Exit);
        Assert.Contains("MET  Invoice I1, 1 August 2026: paid on 20 July 2026, in time for 31 August 2026.", Lines(named));
        Assert.Contains("Not shown: 2 breached.", Lines(named));
        Assert.Equal(1, Explain(folder, "no-aged-debt", Late, "--occasion", "2026-10-02").Exit);
    }

    [Fact]
    public void Findings_stand_worst_first()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "2026-07-20", "2026-09-10");
        folder.Write("invoices.csv", File.ReadAllText(Path.Combine(folder.Path, "invoices.csv")) + "I0,A1,E1,2026-06,2026-07-01,,960,800,960,GBP,open,,\n");
        string[] verdicts = [.. Lines(Explain(folder, "no-aged-debt", "2026-10-28")).Where(l => l.Contains("  Invoice ", StringComparison.Ordinal)).Select(l => l.Split("  ")[0])];
        Assert.Equal(["BREACHED", "AT RISK", "UNKNOWN", "MET LATE"], verdicts);
    }

    [Fact]
    public void Terms_of_the_accounts_own_are_said_with_their_reason_where_they_are_in_force()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        using var policy = new PolicyFolder();
        policy.With("measures.yaml", "- id: debt\n  title: D\n  for each: invoice\n  deadline: { done: paid, within: 10 days, after: due date }\n"
            + "  overrides: [{ account: A1, from: 2026-10-01, reason: as agreed, within: 20 days }]\n");
        string[] lines = Lines(Explain(folder, "debt", Late, "--policy", policy.Root));
        Assert.Contains("terms             for each invoice: paid within 10 days after its due date", lines);
        Assert.Contains("from 1 October 2026, because: as agreed: paid within 20 days after its due date", lines);
        Assert.Equal(
            ["terms in force    paid within 10 days after its due date", "terms in force    paid within 20 days after its due date; from 1 October 2026, because: as agreed"],
            lines.Where(l => l.StartsWith("terms in force", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_measure_chooses_by_and_since_when_it_is_promised_is_said_with_its_terms()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        using var policy = new PolicyFolder();
        policy.With("measures.yaml", "- id: debt\n  title: D\n  for each: invoice\n  where: { total: { above: { GBP: 500, EUR: 600.5 } } }\n"
            + "  deadline: { done: paid, within: 14 days, after: invoice date }\n  promised from: 2026-08-04\n");
        string[] lines = Lines(Explain(folder, "debt", Late, "--policy", policy.Root));
        Assert.Contains("terms             for each invoice with total above £500.00 or €600.50: paid within 14 days after the invoice date", lines);
        Assert.Contains("promised from 4 August 2026", lines);
        Assert.Equal(["I2", "I3"], lines.Where(l => l.StartsWith("BREACHED", StringComparison.Ordinal)).Select(l => l.Split(' ')[3].TrimEnd(',')).Order());
    }

    [Fact]
    public void Twenty_failing_rows_are_named_and_the_others_counted_with_their_money()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("invoices.csv", "invoice_number,account_id,raised_on,due_on,total,net,outstanding,currency,status,paid_on\n" + string.Concat(Enumerable.Range(1, 24).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"L{i:D2},A1,2026-07-01,2026-08-01,120,100,{i},GBP,open,\n"))));
        string[] lines = Lines(Explain(folder, "invoice-paid-on-time", CheckedFolder.Day));
        Assert.Contains("failing rows      L01", lines);
        Assert.Equal(["L20", "and 4 more, of £90.00"], lines.SkipWhile(l => l != "L20").Take(2));
        Assert.Contains("to turn it green  remind the customer before invoices fall due: 22 more of 24 paid in time would reach 90 %", lines);
        Assert.Contains("over              15 March 2026 to 14 September 2026; whether it was so before, the files do not tell", lines);
        Assert.Contains("compared          share paid on time: 0 %", lines);
    }

    [Theory]
    [InlineData("no-aged-dept", "A1", "--measure: the policy has no measure 'no-aged-dept' (did you mean 'no-aged-debt'?)")]
    [InlineData("no-aged-debt", "a1", "--account: accounts.csv has no account 'a1' (did you mean 'A1'?).")]
    [InlineData("no-aged-debt", "A1", "--subject: no-aged-debt finds nothing of 'I22' for A1 (did you mean 'I2'?).", "--subject", "I22")]
    [InlineData("no-aged-debt", "A1", "--occasion: no-aged-debt finds nothing for '2026-09-02' (did you mean '2026-09-03'?).", "--subject", "I2", "--occasion", "2026-09-02")]
    public void What_is_not_there_exits_with_3_and_proposes_the_nearest_name(string measure, string account, string said, params string[] more)
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = CheckedFolder.Run(["explain", folder.Path, "--measure", measure, "--account", account, "--as-of", Late, .. more]);
        Assert.Equal((3, ""), (outcome.Exit, outcome.Output));
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--measure", "no-aged-debt")]
    [InlineData("--account", "A1")]
    public void Without_a_measure_and_an_account_it_exits_with_3(params string[] one)
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        Assert.Equal(3, CheckedFolder.Run(["explain", folder.Path, "--as-of", Late, .. one]).Exit);
    }

    [Fact]
    public void An_account_without_any_subject_is_said_to_have_none()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("invoices.csv", "invoice_number,account_id,raised_on,due_on,total,net,outstanding,currency,status,paid_on\nINV-DRAFT,A1,,,10,10,10,GBP,draft,\n");
        CheckOutcome outcome = Explain(folder, "no-aged-debt", CheckedFolder.Day);
        Assert.Equal(0, outcome.Exit);
        Assert.Contains("The account has no invoice to judge.", Lines(outcome));
    }
}
