using Plumbline.Ingest.Tests.Exports;

namespace Plumbline.Cli.Tests.Check;

/// <summary>Folders and values that nobody means well: each gets an answer, and none a trace.</summary>
public sealed class OddFolderTests
{
    private const string Head = "account_id,name,region,status,started_on,ended_on\n";

    [Fact]
    public void A_folder_that_is_not_there_or_is_a_file_is_named()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        string nowhere = Path.Combine(folder.Path, "nowhere"), file = Path.Combine(folder.Path, "accounts.csv");

        Assert.Equal((3, $"{nowhere}: there is no such folder"), Of(CheckedFolder.Run("check", nowhere, "--as-of", CheckedFolder.Day)));
        Assert.Equal((3, $"{file} is a file: give its folder."), Of(CheckedFolder.Run("check", file, "--as-of", CheckedFolder.Day)));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("07/09/2026")]
    public void A_day_that_nobody_means_is_refused(string day)
    {
        using CheckedFolder folder = CheckedFolder.Kept();

        Assert.Equal(3, CheckedFolder.Run("check", folder.Path, "--as-of", day).Exit);
    }

    [Fact]
    public void Days_that_stand_for_never_are_days_like_others()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "2026-09-03", "9999-12-31");
        folder.Replace("engagements.csv", "active,2026-06-01,", "active,9999-12-31,9999-12-31");
        folder.Write("items.csv", "kind,item_id,account_id,engagement_id,done_on\ndata mapping,M1,A1,E1,\n");
        folder.Write("people.csv", "person_id,name,weekly_hours,started_on,ended_on\nP1,Ada,40,1900-01-01,9999-12-31\n");
        folder.Write("roles.csv", "system,account_id,engagement_id,person_id,role,from,to\npsa,A1,,P1,account lead,1900-01-01,9999-12-31\npsa,A1,E1,P2,core,9999-12-31,\n");
        folder.Write("absences.csv", "absence_id,person_id,kind,from,to,requested_on,decided_on\nB1,P1,leave,1900-01-01,9999-12-31,2026-01-01,2026-01-01\n");
        folder.Write("activities.csv", "activity_id,account_id,engagement_id,person_id,kind,held_on,evidence,participants\nV1,A1,,,service review,9999-12-31,scheduled,\n");

        CheckOutcome outcome = folder.Check();

        Assert.InRange(outcome.Exit, 0, 2);
        Assert.Contains("I2 9999-12-31 not due", outcome.Of("no-aged-debt"));
        Assert.Contains("E1 9999-12-31 not due", outcome.Of("data-mapping"));
    }

    [Fact]
    public void Amounts_that_nobody_owes_cost_their_rows_and_their_sum_nothing()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        string row = string.Concat(Enumerable.Range(0, 40).Select(i => $"L{i},A1,E1,2026-06,2026-06-02,2026-07-02,900000000000000,900000000000000,900000000000000,GBP,open,,\n"));
        folder.Write("invoices.csv", File.ReadAllText(Path.Combine(folder.Path, "invoices.csv")) + row);

        CheckOutcome outcome = folder.Check();

        Assert.InRange(outcome.Exit, 1, 2);
        Assert.DoesNotContain("fault is its own", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_that_calls_itself_the_firm_is_not_one()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("accounts.csv", Head + "A1,Redwood,,active,2026-06-01,\n(firm),Elm,,active,2026-06-01,\n");

        CheckOutcome outcome = folder.Check();

        Assert.Contains("accounts.csv line 3, column account_id: '(firm)' stands for the firm itself", outcome.Error, StringComparison.Ordinal);
        // The firm's own are absences of people on no account, of which nobody knows without the file.
        Assert.Equal(["absences-approved unknown"], outcome.Findings.Where(f => f.GetProperty("account").GetString() == "(firm)").Select(f => $"{f.GetProperty("measure")} {f.GetProperty("verdict")}"));
    }

    [Theory]
    [InlineData("\"Red\u001b[31m\nwood\u009b2J\"", "Red\ufffd[31m\ufffdwood\ufffd2J")]
    [InlineData("Red\u202ewo\u2028o\u200bd", "Red\ufffdwo\ufffdo\ufffdd")]
    public void Names_cannot_break_a_line_turn_it_around_or_command_a_terminal(string name, string shown)
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("accounts.csv", $"{Head}A1,{name},,active,2026-06-01,\n");
        folder.Write("roles.csv", "system,account_id,person_id,role,from,to\n");

        CheckOutcome outcome = CheckedFolder.Run("check", folder.Path, "--as-of", CheckedFolder.Day);

        Assert.Contains($"A1  Account {shown} (A1)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_in_the_wrong_column_is_not_repeated()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "2026-09-03", "ada@example.org");

        CheckOutcome outcome = folder.Check();

        Assert.Contains("invoices.csv line 3, column due_on: what looks like an e-mail address is not a date", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    private static (int Exit, string Said) Of(CheckOutcome outcome) => (outcome.Exit, outcome.Error.Trim());
}
