using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Ingest.Tests.Calendars;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Cli.Tests.Check;

/// <summary>One folder judged by two policies: what differs, and nothing else.</summary>
public sealed class AgainstTests : IDisposable
{
    private const string Day = "2026-10-20";

    private readonly CheckedFolder _folder = CheckedFolder.Kept();
    private readonly PolicyFolder _old = new(), _new = new();

    public void Dispose()
    {
        _folder.Dispose();
        _old.Dispose();
        _new.Dispose();
    }

    private static string Debt(string within, string id = "debt") => $"- id: {id}\n  title: D\n  for each: invoice\n  deadline: {{ done: paid, within: {within}, after: due date }}\n";

    private CheckOutcome Compare(params string[] more) => CheckedFolder.Run(["check", _folder.Path, "--as-of", Day, "--policy", _new.Root, "--against", _old.Root, .. more]);

    private static string[] Changes(CheckOutcome outcome) =>
        [.. outcome.Findings.Select(f => string.Join(' ', f.EnumerateObject().Take(6).Select(p => p.Value.GetString())))];

    [Fact]
    public void A_verdict_that_differs_is_a_line_and_each_change_is_counted()
    {
        _old.With("measures.yaml", Debt("30 days"));
        _new.With("measures.yaml", Debt("60 days"));
        CheckOutcome outcome = Compare();
        Assert.Equal(1, outcome.Exit);
        Assert.Equal(["breached -> not due   debt  A1  I2 2026-09-03  Invoice I2, 3 September 2026: to be paid by 2 November 2026.", "", "1 breached -> not due", ""], outcome.Output.Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void As_json_a_difference_has_the_seven_names_and_accounts_stand_in_order()
    {
        _folder.Replace("accounts.csv", "A1,", "B2,Ash,,active,2026-06-01,\nA1,");
        _folder.Replace("invoices.csv", "I3,A1,E1", "I3,B2,");
        _old.With("measures.yaml", Debt("60 days"));
        _new.With("measures.yaml", Debt("10 days"));
        CheckOutcome outcome = Compare("--format", "json");
        Assert.Equal(["debt A1 I2 2026-09-03 not due breached", "debt B2 I3 2026-10-02 not due breached"], Changes(outcome));
        Assert.All(outcome.Findings, f => Assert.Equal(["measure", "account", "subject", "occasion", "was", "becomes", "message"], f.EnumerateObject().Select(p => p.Name)));
        Assert.Equal("Invoice I2, 3 September 2026: not paid (£960.00 outstanding); it was to be paid by 13 September 2026, 10 days after its due date (3 September 2026).",
            outcome.Findings[0].GetProperty("message").GetString());
    }

    [Fact]
    public void What_only_one_policy_finds_has_a_dash_for_the_other()
    {
        _old.With("measures.yaml", Debt("30 days", "older"));
        _new.With("measures.yaml", Debt("30 days", "newer"));
        string[] changes = Changes(Compare("--format", "json"));
        Assert.Contains("newer A1 I2 2026-09-03 - breached", changes);
        Assert.Contains("older A1 I2 2026-09-03 breached -", changes);
        Assert.Equal(6, changes.Length);
        Assert.Equal(3, Compare("--measure", "older", "--format", "json").Findings.Length);
        Assert.Equal(3, Compare("--measure", "oldest").Exit);
    }

    [Fact]
    public void Where_nothing_differs_it_says_so_and_exits_with_0()
    {
        CheckOutcome text = Compare(), json = Compare("--format", "json");
        Assert.Equal((0, "No verdict differs."), (text.Exit, text.Output.Trim()));
        Assert.Equal((0, JsonValueKind.Array, 0), (json.Exit, JsonDocument.Parse(json.Output).RootElement.ValueKind, json.Findings.Length));
    }

    [Fact]
    public void The_faults_of_both_policies_are_said_each_with_its_folder()
    {
        _old.With("measures.yaml", Debt("30 dys"));
        _new.With("measures.yaml", Debt("60 dys"));
        CheckOutcome outcome = Compare();
        Assert.Equal((3, ""), (outcome.Exit, outcome.Output));
        Assert.Contains($"{_old.Root}: measures.yaml:4:", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($"{_new.Root}: measures.yaml:4:", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_a_file_is_said_once_for_it_is_read_once()
    {
        _folder.Replace("invoices.csv", "2026-08-04", "2026-08-34");
        string[] said = [.. Compare("--timings").Error.Split('\n').Where(l => l.Contains("2026-08-34", StringComparison.Ordinal))];
        Assert.Single(said);
    }

    [Fact]
    public void Each_policy_recognises_the_meetings_of_calendars_by_its_own_words()
    {
        using var calendars = new CalendarFolder();
        JsonObject review = CalendarFolder.Event("Service review", "2026-08-05T09:00:00", "ann@firm.example", "+sponsor@redwood.example");
        calendars.With("ann@firm.example", review);
        const string Measure = "measures:\n- id: service-review\n  title: S\n  for each: account\n  cadence: { activity: service review, every: month, evidence: held }\n";
        _old.With("measures.yaml", "meetings:\n- { kind: service review, title: service review }\n" + Measure);
        _new.With("measures.yaml", "meetings:\n- { kind: service review, title: steering meeting }\n" + Measure);
        CheckOutcome outcome = CheckedFolder.Run(
            "check", calendars.Path, "--as-of", "2026-09-15", "--policy", _new.Root, "--against", _old.Root, "--account", "A1", "--format", "json");
        Assert.Contains("service-review A1 A1 2026-08 met breached", Changes(outcome));
    }
}
