using System.Xml.Linq;

namespace Plumbline.Cli.Tests.Check;

/// <summary>What a person, a page and a build server are given of the same findings.</summary>
public sealed class FormatTests : IDisposable
{
    private const string Late = "2026-11-20";

    private readonly CheckedFolder _folder = CheckedFolder.Kept();

    public FormatTests()
    {
        _folder.Write("people.csv", "person_id,name,email,weekly_hours,started_on,ended_on,people_lead_id\nP1,Ann | Lee,ann@firm.example,40,,,\nP2,Ben,ben@firm.example,40,,,\n");
        _folder.Write("roles.csv", "system,account_id,engagement_id,person_id,role,from,to\npsa,A1,,P1,account lead,2026-06-01,\npsa,A1,,P2,account lead,2026-07-01,\n");
        _folder.Write("invoices.csv", "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed\n"
            + "I1,A1,E1,2026-06,2026-07-02,2026-08-01,960,800,960,GBP,open,,\nI2,A1,E1,2026-07,2026-08-04,2026-09-03,1920,1600,1920,GBP,open,,\nI3,A1,E1,2026-08,2026-09-02,2026-10-02,500,500,500,EUR,open,,no\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_text_begins_with_the_counts_and_where_to_look_next()
    {
        string[] lines = Lines("text", "--measure", "no-aged-debt");
        Assert.Equal($"1 account judged by 1 measure as of 20 November 2026: 3 breached, 0 at risk, 0 unknown.|By severity: 3 high.|Next: plumbline explain {_folder.Path} --measure no-aged-debt --account A1 --subject I3 --as-of 2026-11-20|",
            string.Join('|', lines.Take(4)));
        Assert.NotEqual(3, CheckedFolder.Run([.. lines[2].Split(' ').Skip(2)]).Exit);
    }

    [Fact]
    public void The_worst_comes_first_by_severity_then_verdict_then_money_within_a_currency_then_days_over()
    {
        string[] lines = [.. Lines("text").Where(l => l.StartsWith("breached", StringComparison.Ordinal) || l.StartsWith("at risk", StringComparison.Ordinal) || l.StartsWith("unknown", StringComparison.Ordinal))];
        string[] severities = [.. lines.Select(l => l[10..18].Trim())];
        Assert.Equal(severities.OrderBy(s => Array.IndexOf(["critical", "high", "medium", "low"], s)), severities);
        foreach (var group in lines.GroupBy(l => l[10..18]))
            Assert.Equal(group.Select(l => l[..8]).OrderBy(v => Array.IndexOf(["breached", "at risk ", "unknown "], v)), group.Select(l => l[..8]));
        // Euros before pounds, and of the pounds the larger amount, though the smaller is due for longer.
        Assert.Equal(["I3", "I2", "I1"], lines.Where(l => l.Contains("  no-aged-debt  ", StringComparison.Ordinal)).Select(l => l.Split("Invoice ")[1][..2]));
    }

    [Fact]
    public void People_are_named_where_a_person_reads_and_not_where_a_program_does()
    {
        Assert.Contains(Lines("text"), l => l.EndsWith("Ann | Lee (P1) and Ben (P2) are account lead (since 1 July 2026); promised is exactly 1. Owner: Ben (P2). "
            + "To do: end 1 of the 2 assignments as account lead of A1 (Ann | Lee (P1) and Ben (P2)).", StringComparison.Ordinal));
        Assert.DoesNotContain("Lee", string.Concat(Lines("json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_is_a_table_that_no_name_breaks()
    {
        string[] lines = Lines("markdown", "--measure", "single-account-lead");
        Assert.Equal(["| verdict | severity | measure | account | finding | owner | to do |", "|---|---|---|---|---|---|---|"], lines[2..4]);
        Assert.StartsWith("| breached | high | single-account-lead | A1 | Account Redwood (A1): Ann \\| Lee (P1) and Ben (P2)", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Junit_fails_what_is_breached_and_skips_what_is_not_known()
    {
        XElement root = XElement.Parse(string.Join('\n', Lines("junit")));
        XElement suite = Assert.Single(root.Elements(), s => s.Attribute("name")?.Value == "no-aged-debt");
        Assert.Equal(("3", "3", "0"), (suite.Attribute("tests")?.Value, suite.Attribute("failures")?.Value, suite.Attribute("skipped")?.Value));
        Assert.Equal(["I1 2026-08-01", "I2 2026-09-03", "I3 2026-10-02"], suite.Elements().Select(c => c.Attribute("name")?.Value));
        Assert.All(root.Elements(), s => Assert.Equal(s.Attribute("failures")?.Value, $"{s.Descendants("failure").Count()}"));
        Assert.Equal(Check("json").Exit, Check("junit").Exit);
    }

    [Fact]
    public void What_differs_is_written_as_text_or_json() => Assert.Equal((3, "--against: what differs is written as text or json; give one of these as --format."),
        (Check("junit", "--against", _folder.Path).Exit, Check("junit", "--against", _folder.Path).Error.Trim()));

    [Fact]
    public void Json_says_how_bad_it_is_and_who_answers_for_it()
    {
        var finding = Check("json", "--measure", "no-aged-debt").Findings[0];
        // Of two leads the one who began last.
        Assert.Equal(("high", "P2"), (finding.GetProperty("severity").GetString(), finding.GetProperty("owner").GetString()));
    }

    [Fact]
    public void Faults_of_one_kind_are_one_line()
    {
        _folder.Write("expenses.csv", "expense_id,person_id,engagement_id,spent_on,amount,currency,submitted_on,approved_on\n"
            + "X1,P1,E1,2026-08-03,5,GBP,soon,\nX2,P1,E1,2026-08-03,5,GBP,later,\nX3,P1,E1,2026-08-03,five,GBP,2026-08-04,\nX4,P1,E1,2026-08-03,5,GBP,never,\n");
        string[] said = [.. Check("text").Error.Split(Environment.NewLine).Where(l => l.StartsWith("expenses.csv", StringComparison.Ordinal))];
        Assert.Equal(
            ["expenses.csv line 2, column submitted_on: 'soon' is not a date; write it as yyyy-MM-dd (and 2 more like it in column submitted_on)",
             "expenses.csv line 4, column amount: 'five' is not a number; write digits with . for decimals and no thousands separators, as 1200.50"], said);
    }

    private string[] Lines(string format, params string[] more) => Check(format, more).Output.Split(Environment.NewLine);

    private CheckOutcome Check(string format, params string[] more) => CheckedFolder.Run(["check", _folder.Path, "--as-of", Late, "--exports-as-of", Late, "--format", format, .. more]);
}
