using System.Text.Json.Nodes;
using NodaTime;
using Plumbline.Domain.Findings;
using Plumbline.Ingest.Tests.Calendars;

namespace Plumbline.Cli.Tests.Check;

/// <summary>As of which day a file stood: a folder that is judged as of a later day has no evidence of what happened in between.</summary>
public sealed class FileDaysTests
{
    // I2 is due on 3 September and overdue for 30 days after 3 October.
    private const string Late = "2026-10-28";

    private static string[] Debt(CheckedFolder folder, params string[] more) =>
        CheckedFolder.Run(["check", folder.Path, "--as-of", Late, "--format", "json", "--measure", "no-aged-debt", .. more]).Of("no-aged-debt");

    [Fact]
    public void A_file_that_was_last_written_before_the_day_judged_is_stale_and_nothing_is_breached_for_lack_of_its_evidence()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        Assert.Contains("I2 2026-09-03 breached", Debt(folder));
        folder.WrittenAt("invoices.csv", "2026-09-15T12:00");
        Assert.Equal(["I1 2026-08-01 met", "I2 2026-09-03 unknown: source_stale", "I3 2026-10-02 unknown: source_stale"], Debt(folder));
        CheckOutcome explained = CheckedFolder.Run("explain", folder.Path, "--as-of", Late, "--measure", "no-aged-debt", "--account", "A1");
        Assert.Equal(2, explained.Exit);
        Assert.Contains("invoices.csv      as of 15 September 2026, SHA-256", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_written_after_the_day_judged_stood_as_of_the_day_judged()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.WrittenAt("invoices.csv", "2199-12-31T23:59");
        CheckOutcome explained = CheckedFolder.Run("explain", folder.Path, "--as-of", Late, "--measure", "no-aged-debt", "--account", "A1");
        Assert.Equal(1, explained.Exit);
        Assert.Contains("invoices.csv      as of 28 October 2026, SHA-256", explained.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-14T22:59", "14 September 2026")]
    [InlineData("2026-09-14T23:01", "15 September 2026")]
    public void The_day_of_a_file_is_that_of_the_firms_zone(string written, string day)
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.WrittenAt("invoices.csv", written);
        Assert.Contains($"invoices.csv      as of {day}, SHA-256",
            CheckedFolder.Run("explain", folder.Path, "--as-of", Late, "--measure", "no-aged-debt", "--account", "A1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_that_is_given_for_the_exports_counts_and_not_the_day_of_a_file()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        Assert.Contains("I2 2026-09-03 unknown: source_stale", Debt(folder, "--exports-as-of", "2026-09-15"));
        folder.WrittenAt("invoices.csv", "2026-09-15T12:00");
        Assert.Contains("I2 2026-09-03 breached", Debt(folder, "--exports-as-of", Late));
    }

    [Fact]
    public void Exports_cannot_have_stood_after_the_day_judged()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = folder.Check("--exports-as-of", "2026-09-16");
        Assert.Equal((3, "--exports-as-of: 2026-09-16 is later than the day judged, 2026-09-15; give that day or an earlier one."), (outcome.Exit, outcome.Error.Trim()));
    }

    [Fact]
    public void A_day_of_the_exports_that_is_no_date_is_named_with_its_option()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        Assert.Contains("--exports-as-of: '2026-9-16' is not a date of the years 1900 to 2200; write it as yyyy-MM-dd.", folder.Check("--exports-as-of", "2026-9-16").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendars_stood_as_of_the_day_of_their_oldest_file()
    {
        using var folder = new CalendarFolder();
        JsonObject review = CalendarFolder.Event("Service review", "2026-09-02T09:00:00", "ann@firm.example", "+sponsor@redwood.example");
        folder.With("ann@firm.example", review).With("ben@firm.example").With("cid@firm.example");
        string[] args = ["check", folder.Path, "--as-of", "2026-10-20", "--format", "json", "--measure", "service-review", "--account", "A2"];
        Assert.Contains("A2 2026-09 breached", CheckedFolder.Run(args).Of("service-review"));
        Assert.Contains("A2 2026-09 unknown: source_stale", CheckedFolder.Run([.. args, "--exports-as-of", "2026-09-15"]).Of("service-review"));
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "calendars", "ben@firm.example.json"), new(2026, 9, 15, 12, 0, 0, DateTimeKind.Utc));
        Assert.Contains("A2 2026-09 unknown: source_stale", CheckedFolder.Run(args).Of("service-review"));
    }

    [Fact]
    public void Without_a_day_today_in_the_firms_zone_is_judged_and_said()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        LocalDate before = Today();
        CheckOutcome outcome = CheckedFolder.Run("check", folder.Path);
        Assert.Contains(new[] { before, Today() }.Select(day => $"Judged as of {day.InWords()}; dates after it"), said => outcome.Output.Contains(said, StringComparison.Ordinal));
        Assert.Matches("Judged as of [0-9-]{10}, today in Europe/London; --as-of judges another day.", outcome.Error);
    }

    [Fact]
    public void Without_a_day_a_policy_that_is_wrong_is_the_only_thing_said()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = CheckedFolder.Run("check", folder.Path, "--policy", folder.Path);
        Assert.Equal((3, ""), (outcome.Exit, outcome.Output));
        Assert.DoesNotContain("Judged", outcome.Error, StringComparison.Ordinal);
        Assert.NotEmpty(outcome.Error);
    }

    private static LocalDate Today() => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;
}
