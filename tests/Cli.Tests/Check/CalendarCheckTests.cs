using System.Text.Json.Nodes;
using Plumbline.Ingest.Tests.Calendars;
using Plumbline.Ingest.Tests.Policies;

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
    public void Activities_that_no_meeting_is_recognised_as_are_named_where_there_are_only_calendars()
    {
        const string Measures = "meetings:\n- { kind: service review, title: service review }\nmeasures:\n- { id: a, title: A, for each: account, cadence: { activity: service review, every: month } }\n"
            + "- { id: b, title: B, for each: account, cadence: { activity: steering meeting, every: month } }\n- { id: c, title: C, for each: account, cadence: { activity: any, every: month } }\n";
        const string Named = "Not to be found in calendars, for 'meetings' in measures.yaml does not recognise them and activities.csv is not there: steering meeting.\n";
        using var policy = new PolicyFolder();
        policy.With("measures.yaml", Measures);
        _folder.With("ann@firm.example", Review);
        string Said() => CheckedFolder.Run("check", _folder.Path, "--as-of", "2026-09-15", "--policy", policy.Root).Error;
        Assert.Contains(Named, Said(), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.Path, "activities.csv"), "activity_id,account_id,kind,held_on,evidence,participants\nV1,A1,steering meeting,2026-09-01,,\n");
        Assert.DoesNotContain("Not to be found", Said(), StringComparison.Ordinal);
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
