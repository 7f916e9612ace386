using System.Text.Json.Nodes;
using Plumbline.Ingest.Tests.Calendars;

namespace Plumbline.Cli.Tests.Check;

public sealed class CalendarCheckTests : IDisposable
{
    private static readonly JsonObject Review = CalendarFolder.Event("Service review", "2026-09-02T09:00:00", "ann@firm.example", "+sponsor@redwood.example", "+someone@redwood-group.example");

    private readonly CalendarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lacking_evidence_is_unknown_for_the_accounts_of_that_person_and_breached_for_the_others()
    {
        _folder.With("ann@firm.example", Review).With("ben@firm.example", "{");
        CheckOutcome outcome = CheckedFolder.Run("check", _folder.Path, "--as-of", "2026-09-15", "--format", "json", "--measure", "service-review");
        // What was seen decides, whatever else is missing; A2 has no mailbox among the lost.
        Assert.Equal(["A1 2026-06 met late", "A1 2026-07 met late", "A1 2026-08 met late", "A1 2026-09 met"], outcome.Of("service-review")[..4]);
        Assert.Equal(["A2 2026-06 breached", "A2 2026-07 breached", "A2 2026-08 breached", "A2 2026-09 not due"], outcome.Of("service-review")[4..]);
        Assert.Contains("E1  unknown: rows_quarantined", CheckedFolder.Run("check", _folder.Path, "--as-of", "2026-09-15", "--format", "json").Of("retrospective"));
        Assert.Single(outcome.Error.Split('\n'), l => l.StartsWith("calendars, the file of P2", StringComparison.Ordinal));
    }

    [Fact]
    public void Calendars_that_are_not_a_folder_are_refused_and_the_rest_is_judged()
    {
        string calendars = Path.Combine(_folder.Path, "calendars");
        Directory.Delete(calendars);
        File.WriteAllText(calendars, "[]");
        CheckOutcome outcome = CheckedFolder.Run("check", _folder.Path, "--as-of", "2026-09-15", "--format", "json");
        Assert.Equal("A1 2026-06 unknown: source_refused", outcome.Of("service-review")[0]);
        Assert.Contains(outcome.Of("single-account-lead"), f => f.EndsWith(" met", StringComparison.Ordinal));
        Assert.Contains(outcome.Error.Split('\n'), l => l.StartsWith("calendars: it is a file", StringComparison.Ordinal));
    }
}
