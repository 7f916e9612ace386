using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Cli.Tests.Check;

/// <summary>The local program's contract: exit codes, the JSON's shape and order, what goes where.</summary>
public sealed class CheckTests
{
    private static readonly string[] Names = ["measure", "account", "subject", "occasion", "verdict", "reason", "due", "severity", "owner", "message", "evidence"];

    [Fact]
    public void Promises_that_are_kept_exit_with_0()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        Assert.All(["invoice-raised", "no-aged-debt", "timesheets-approved"], measure => Assert.Equal(0, folder.Check("--measure", measure).Exit));
        CheckOutcome outcome = folder.Check();
        Assert.Equal(["E1 2026-06 met", "E1 2026-07 met", "E1 2026-08 met"], outcome.Of("invoice-raised"));
        Assert.Equal(["I1 2026-08-01 met", "I2 2026-09-03 not due", "I3 2026-10-02 not due"], outcome.Of("no-aged-debt"));
        Assert.Equal(["P1/E1 2026-W23 met", "P1/E1 2026-W27 met", "P1/E1 2026-W32 met"], outcome.Of("timesheets-approved"));
    }

    [Fact]
    public void Measures_that_have_no_file_of_their_own_are_said_once_and_do_not_count()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = folder.Check();
        string line = Assert.Single(outcome.Error.Split('\n'), l => l.StartsWith("Not watched", StringComparison.Ordinal));
        Assert.Contains("service-review", line, StringComparison.Ordinal);
        Assert.DoesNotContain("utilisation", line, StringComparison.Ordinal);
        Assert.Equal(["A1  unknown: source_missing"], outcome.Of("single-account-lead"));
    }

    [Fact]
    public void The_text_spends_no_line_on_measures_that_have_no_file_of_their_own()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        string[] args = ["check", folder.Path, "--as-of", CheckedFolder.Day];
        string text = CheckedFolder.Run(args).Output;
        Assert.Contains("invoice-raised ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("single-account-lead", text, StringComparison.Ordinal);
        CheckOutcome alone = CheckedFolder.Run([.. args, "--measure", "single-account-lead"]);
        Assert.Equal((2, ""), (alone.Exit, alone.Output));
        Assert.Contains("Not watched, for want of their files: single-account-lead.", alone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Something_breached_exits_with_1_whatever_else_is_unknown()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "2026-07-20", "");
        folder.Replace("invoices.csv", "960,800,0,GBP,paid", "960,800,960,GBP,open");
        folder.Replace("time.csv", "2026-07-02,P1", "2026-07-32,P1");
        CheckOutcome outcome = folder.Check();
        Assert.Equal(1, outcome.Exit);
        Assert.Contains("I1 2026-08-01 breached", outcome.Of("no-aged-debt"));
    }

    [Fact]
    public void Something_unknown_and_nothing_breached_exits_with_2()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Delete("invoices.csv");
        CheckOutcome outcome = folder.Check();
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("E1 2026-08 unknown: source_missing", outcome.Of("invoice-raised"));
        Assert.Equal(["A1  unknown: source_missing"], outcome.Of("no-aged-debt"));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "FOLDER", "--as-of", "15/09/2026")]
    [InlineData("check", "FOLDER", "--as-of", "2026-9-15")]
    [InlineData("check", "FOLDER", "--as-of", "2026-02-30")]
    [InlineData("check", "FOLDER", "--as-of", CheckedFolder.Day, "--exports-as-of", "14/09/2026")]
    [InlineData("check", "FOLDER", "--as-of", CheckedFolder.Day, "--exports-as-of", "2026-09-16")]
    [InlineData("check", "FOLDER", "--exports-as-of", "2199-12-31")]
    [InlineData("check", "FOLDER", "--as-of", CheckedFolder.Day, "--format", "xml")]
    [InlineData("check", "FOLDER", "--as-of", CheckedFolder.Day, "--measure", "no-such")]
    [InlineData("check", "FOLDER", "--as-of", CheckedFolder.Day, "--account", "no-such")]
    [InlineData("check", "FOLDER", "--as-of", CheckedFolder.Day, "--policy", "/no/such/policy")]
    [InlineData("check", "/no/such/folder", "--as-of", CheckedFolder.Day)]
    [InlineData("no-such-command")]
    public void What_cannot_be_judged_exits_with_3_and_says_why(params string[] args)
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = CheckedFolder.Run([.. args.Select(a => a == "FOLDER" ? folder.Path : a)]);
        Assert.Equal(3, outcome.Exit);
        Assert.NotEmpty(outcome.Error);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Without_a_usable_accounts_file_nothing_can_be_judged()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("accounts.csv", "account_id,name\n");
        Assert.Equal(3, folder.Check().Exit);
        folder.Delete("accounts.csv");
        Assert.Equal(3, folder.Check().Exit);
    }

    [Fact]
    public void Findings_have_the_eleven_names_in_order_and_are_sorted_ordinally()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        var findings = folder.Check().Findings;
        Assert.All(findings, f => Assert.Equal(Names, f.EnumerateObject().Select(p => p.Name)));
        string[] keys = [.. findings.Select(f => string.Join('\0', Names.Take(4).Select(n => f.GetProperty(n).GetString())))];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Each_finding_names_the_files_it_rests_on_with_the_hashes_of_their_bytes()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        string[] rested = [.. folder.Check("--measure", "invoice-raised").Findings[0].GetProperty("evidence").GetProperty("readings").EnumerateArray()
            .Select(r => $"{r.GetProperty("source").GetString()} {r.GetProperty("hash").GetString()}")];
        foreach (string file in new[] { "invoices.csv", "time.csv" })
            Assert.Contains($"{file} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Path, file))))}", rested);
    }

    [Fact]
    public void Text_goes_to_standard_output_without_escape_codes()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = CheckedFolder.Run("check", folder.Path, "--as-of", "2026-11-20", "--format", "text");
        Assert.Equal(1, outcome.Exit);
        Assert.Contains("breached  high      no-aged-debt  A1  Invoice I2, 3 September 2026: not paid (£960.00 outstanding); it was to be paid by 3 October 2026, 30 days after its due date (3 September 2026).", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', outcome.Output + outcome.Error);
    }

    [Fact]
    public void Timings_name_their_steps()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = CheckedFolder.Run("check", folder.Path, "--as-of", CheckedFolder.Day, "--timings");
        Assert.Matches("start [0-9.]+ s, read [0-9.]+ s, judge [0-9.]+ s, write [0-9.]+ s", outcome.Error);
    }

    [Fact]
    public void The_order_of_rows_means_nothing()
    {
        using CheckedFolder folder = CheckedFolder.Kept(), turned = CheckedFolder.Kept();
        foreach (string file in Directory.GetFiles(turned.Path))
        {
            string[] lines = File.ReadAllLines(file);
            File.WriteAllText(file, string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())), Encoding.UTF8);
        }
        Assert.Equal(folder.Check().Findings.Select(f => f.GetProperty("message").GetString()), turned.Check().Findings.Select(f => f.GetProperty("message").GetString()));
    }
}
