using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Cli.Tests.Check;

/// <summary>Overrides for accounts that nobody has.</summary>
public sealed class StrayOverridesTests : IDisposable
{
    private const string Stray = "measures.yaml: accounts.csv has no account 'AC12' (did you mean 'AC1'?), for which there is an override of debt, prompt.";

    private readonly CheckedFolder _folder = CheckedFolder.Kept();
    private readonly PolicyFolder _policy = new();

    public StrayOverridesTests()
    {
        _folder.Write("accounts.csv", "account_id,name,status\nAC1,Redwood,active\nAC2,Birch,actve\n");
        _folder.Write("engagements.csv", "engagement_id,account_id,name,status\nE1,AC1,Portal,active\n");
        _folder.Replace("invoices.csv", ",A1,", ",AC1,");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _policy.Dispose();
    }

    [Fact]
    public void An_override_for_an_account_that_is_not_there_is_told_once_with_the_nearest_account()
    {
        CheckOutcome outcome = Check(Measure("debt", "AC12", "AC1") + Measure("prompt", "AC12", "AC2"));
        Assert.Equal(0, outcome.Exit);
        Assert.Equal([Stray], outcome.Error.Split('\n').Where(l => l.Contains("override", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_nothing_is_near_only_the_account_is_told() => Assert.Contains(
        "measures.yaml: accounts.csv has no account 'zebra', for which there is an override of debt.\n", Check(Measure("debt", "zebra")).Error, StringComparison.Ordinal);

    [Fact]
    public void Compared_with_another_policy_its_overrides_are_looked_through_too()
    {
        using var other = new PolicyFolder();
        other.With("measures.yaml", Measure("debt", "AC12") + Measure("prompt", "AC12"));
        _policy.With("measures.yaml", Measure("debt", "AC12"));
        Assert.Contains(Stray, CheckedFolder.Run("check", _folder.Path, "--as-of", CheckedFolder.Day, "--policy", _policy.Root, "--against", other.Root).Error, StringComparison.Ordinal);
    }

    private CheckOutcome Check(string measures) => _folder.Check("--policy", _policy.With("measures.yaml", measures).Root);

    private static string Measure(string id, params string[] accounts) => $"- id: {id}\n  title: D\n  for each: invoice\n  deadline: {{ done: paid, within: 90 days, after: due date }}\n"
        + $"  overrides: [{string.Join(", ", accounts.Select(a => $"{{ account: {a}, reason: r, within: 100 days }}"))}]\n";
}
