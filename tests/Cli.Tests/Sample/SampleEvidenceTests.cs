using System.Text.Json;
using Plumbline.Cli.Tests.Check;

namespace Plumbline.Cli.Tests.Sample;

/// <summary>What the sample firm breaks is told as a person would write it, with what would put it right.</summary>
public sealed class SampleEvidenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plumbline-evidence-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Every_finding_is_one_sentence_and_what_is_open_says_what_would_put_it_right()
    {
        Assert.Equal(0, CheckedFolder.Run("sample", _folder, "--as-of", CheckedFolder.Day).Exit);
        JsonElement[] findings = CheckedFolder.Run("check", _folder, "--as-of", CheckedFolder.Day, "--format", "json").Findings;
        JsonElement[] open = [.. findings.Where(f => f.GetProperty("verdict").GetString() is "breached" or "at risk" or "unknown")];
        Assert.All(findings, f => Assert.Matches(@"^[\p{Lu}\p{Nd}].+: .*[^ .,;:]\.$", f.GetProperty("message").GetString()));
        Assert.All(findings, f => Assert.DoesNotMatch(@"  |\.\.|\( ?\)|\b(a|an) (a|an|the)\b|, \.|\bnull\b", f.GetProperty("message").GetString()));
        Assert.All(open, f => Assert.Matches(@"^[a-z].*[^ .,;:]$", f.GetProperty("evidence").GetProperty("remedy").GetString()));
        Assert.InRange(open.Select(f => f.GetProperty("measure").GetString()).Distinct().Count(), 60, 70);
    }

    [Fact]
    public void What_is_kept_asks_for_nothing()
    {
        Assert.Equal(0, CheckedFolder.Run("sample", _folder, "--as-of", CheckedFolder.Day).Exit);
        JsonElement[] findings = CheckedFolder.Run("check", _folder, "--as-of", CheckedFolder.Day, "--format", "json").Findings;
        Assert.All(findings.Where(f => f.GetProperty("verdict").GetString() is "met" or "met late" or "not due" or "not applicable"),
            f => Assert.Equal(JsonValueKind.Null, f.GetProperty("evidence").GetProperty("remedy").ValueKind));
    }
}
