using System.Text.Json;
using Plumbline.Cli.Tests.Check;
using Plumbline.Domain.Findings;

namespace Plumbline.Cli.Tests.Sample;

/// <summary>The sample shows what the program can say: every verdict, every reason, and a chain of causes.</summary>
public sealed class SampleReasonsTests(SampleReasonsTests.Judged judged) : IClassFixture<SampleReasonsTests.Judged>
{
    /// <summary>Reasons that no folder of whole files can give, each with what it would take.</summary>
    private static readonly Dictionary<string, string> NotInTheSample = new()
    {
        [Reasons.SourceRefused] = "a file that cannot be used, in place of one of the sample's",
        [Reasons.SourceEmpty] = "a file with a header and no row, in place of one of the sample's",
        [Reasons.SourceStale] = "files older than the day judged: the sample is written on it",
        [Reasons.SourceShrunk] = "an earlier reading: check keeps none",
        [Reasons.HolidaysUnknown] = "days after the year in which the bank holidays end",
    };

    /// <summary>Judged once for all.</summary>
    public sealed class Judged
    {
        public Judged()
        {
            string folder = Directory.CreateTempSubdirectory("plumbline-reasons-").FullName;
            try
            {
                CheckedFolder.Run("sample", folder, "--as-of", "2026-09-15");
                Findings = [.. CheckedFolder.Run("check", folder, "--as-of", "2026-09-15", "--format", "json").Findings.Select(f => f.Clone())];
            }
            finally
            {
                Directory.Delete(folder, true);
            }
        }

        public IReadOnlyList<JsonElement> Findings { get; }
    }

    private IEnumerable<JsonElement> Of(string verdict) => judged.Findings.Where(f => f.GetProperty("verdict").GetString() == verdict);

    private HashSet<string?> ReasonsOf(string verdict) => [.. Of(verdict).Select(f => f.GetProperty("reason").GetString())];

    /// <summary>Exceptions are approved by people and lie in no file.</summary>
    [Fact]
    public void The_sample_shows_every_verdict() =>
        Assert.Equal(Verdicts.Names.Except(["excepted"]).Order(), judged.Findings.Select(f => f.GetProperty("verdict").GetString()!).Distinct().Order());

    [Fact]
    public void The_sample_shows_every_reason_for_not_knowing_that_whole_files_can_give() =>
        Assert.Equal(Reasons.All.Select(r => r.Code).Except(NotInTheSample.Keys).Order(), ReasonsOf("unknown").Order());

    /// <summary>One more, a career level too low, needs a firm that asks for a level: the shipped policy does not.</summary>
    [Theory]
    [InlineData("credited")]
    [InlineData("no revenue")]
    [InlineData("too low")]
    [InlineData("too high")]
    [InlineData("fell too far")]
    [InlineData("several")]
    [InlineData("nobody")]
    [InlineData("nobody: delivery lead")]
    [InlineData("nobody: technology lead")]
    [InlineData("nobody: partner")]
    [InlineData("no signed statement of work")]
    [InlineData("days outside")]
    [InlineData("missing: account plan")]
    [InlineData("missing: mission")]
    [InlineData("missing in crm")]
    [InlineData("missing in psa")]
    [InlineData("status differs")]
    [InlineData("stage differs")]
    [InlineData("value differs")]
    [InlineData("currency differs")]
    [InlineData("holder differs")]
    public void The_sample_shows_every_way_in_which_a_promise_is_broken(string reason) => Assert.Contains(reason, ReasonsOf("breached"));

    [Theory]
    [InlineData("at risk", "forecast at completion too high")]
    [InlineData("not applicable", "nobody: account lead")]
    [InlineData("not applicable", "nobody: procurement")]
    public void The_sample_shows_what_only_warns_and_what_is_about_nobody(string verdict, string reason) => Assert.Contains(reason, ReasonsOf(verdict));

    [Fact]
    public void An_unapproved_timesheet_holds_up_an_invoice_which_holds_up_a_debt()
    {
        string[] messages = [.. Of("breached").Where(f => f.GetProperty("account").GetString() == "KESTRELGATE").Select(f => f.GetProperty("message").GetString()!)];
        Assert.Contains(messages, m => m.StartsWith("Timesheet ", StringComparison.Ordinal) && m.Contains(", week 2026-W20: not approved", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.StartsWith("Billable month ", StringComparison.Ordinal) && m.EndsWith("late because 1 timesheet is not approved, due since 19 May 2026.", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.StartsWith("Invoice ", StringComparison.Ordinal) && m.EndsWith("late because 1 billable month is not invoiced in full, due since 3 June 2026.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("service-review", "WEXCOMBE", "unknown", "whose mailbox was not read")]
    [InlineData("service-review", "STRATHYRE", "unknown", "the time zone 'Customized Time Zone'")]
    [InlineData("service-review", "MOURNE", "breached", "a room of the customer's counts as nobody present")]
    [InlineData("retrospective", "STRATHYRE", "unknown", "an attendee without an e-mail address")]
    public void A_meeting_that_a_calendar_cannot_prove_is_said_to_be_one(string measure, string account, string verdict, string said) => Assert.Contains(Of(verdict), f =>
        f.GetProperty("measure").GetString() == measure && f.GetProperty("account").GetString() == account && f.GetProperty("message").GetString()!.Contains(said, StringComparison.Ordinal));
}
