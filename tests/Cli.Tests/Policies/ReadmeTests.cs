using Plumbline.Cli.Tests.Check;
using Plumbline.Ingest.PolicyTests;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Cli.Tests.Policies;

/// <summary>What the README says of the policy is so.</summary>
public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(PolicyFolder.Shipped, "..", "..", "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_table_of_measures_is_the_one_that_validate_prints()
    {
        CheckOutcome printed = CheckedFolder.Run("validate", PolicyFolder.Shipped, "--table");
        Assert.Equal(0, printed.Exit);
        Assert.Equal(printed.Output.ReplaceLineEndings("\n"), Between("<!-- measures: as `validate --table` prints them -->\n", "<!-- /measures -->"));
        Assert.Contains("| invoice-raised | deadline | billable month | Invoices are raised within 3 working days of month end |\n", printed.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_test_that_it_shows_holds()
    {
        using var folder = new PolicyFolder();
        TestReport report = folder.With("tests/readme.yaml", Between("```yaml\ntests:", "```").Insert(0, "tests:")).Tried();
        Assert.Empty(report.Faults);
        Assert.Empty(Assert.Single(report.Outcomes).Failures);
    }

    [Fact]
    public void The_words_that_it_asks_for_are_printed()
    {
        const string Command = "dotnet run --project cli -- words";
        string[][] asked = [.. Readme.Split('\n').Where(l => l.StartsWith(Command, StringComparison.Ordinal)).Select(l => l[Command.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        Assert.Equal(3, asked.Length);
        foreach (string[] words in asked)
        {
            CheckOutcome printed = CheckedFolder.Run(["words", .. words]);
            Assert.Equal((0, ""), (printed.Exit, printed.Error));
            Assert.StartsWith(string.Join(' ', words), printed.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_measures_of_a_firms_own_that_it_shows_are_a_policy()
    {
        using var folder = new PolicyFolder();
        Assert.Empty(folder.With("measures.yaml", Between("<!-- measures of a firm's own -->\n```yaml\n", "```")).Faults());
    }

    private static string Between(string begin, string end) => Readme.Split(begin)[1].Split(end)[0];
}
