using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Cadence compared.</summary>
/// <param name="Activity">What must happen, as a noun: <c>service review</c>.</param>
/// <param name="Party">Who must have been there, as a phrase; empty where anybody may.</param>
/// <param name="Terms">How often, as <c>every month</c>.</param>
public sealed record CadenceBasis(string Activity, string Party, string Terms) : IBasis
{
    /// <summary>Stands in an order for whose it is: a person, or a thing with a record of its own.</summary>
    internal const string Whose = "{whose}";

    /// <summary>What to do for one more, as a whole order.</summary>
    public required string ToDo { get; init; }

    /// <summary>Whether it is something to be held.</summary>
    public bool IsHeld { get; init; } = true;

    private const int Told = 2;

    private string Done => IsHeld ? "held on" : "on";

    /// <summary>The day of the activity that fulfils it, or of the latest one before.</summary>
    public LocalDate? LastOn { get; init; }

    /// <summary>A booking later in the period.</summary>
    public LocalDate? BookedOn { get; init; }

    /// <summary>Meetings in a calendar that do not count, with whom of the invited they leave out; a few of them, the latest.</summary>
    public ImmutableArray<(LocalDate On, LeftOut Who)> LeftOut { get; init; } = [];

    public string Sentence(Finding finding) => finding.Verdict is Verdict.AtRisk or Verdict.Breached ? Said(finding) + string.Concat(LeftOut.TakeLast(Told).Select(NotPresent)) : Said(finding);

    private static string NotPresent((LocalDate On, LeftOut Who) meeting) => $" One is in a calendar on {meeting.On.InWords()}, but {Phrases.And(new[]
    {
        meeting.Who.HasFlag(Facts.LeftOut.CustomerRoom) ? "a room of the customer's" : null,
        meeting.Who.HasFlag(Facts.LeftOut.Unnamed) ? "somebody without an e-mail address" : null,
    }.OfType<string>())} counts as nobody present.";

    private string Said(Finding finding) => finding.Verdict switch
    {
        Verdict.Met => $"{Activity} {Done} {LastOn?.InWords()}{Party}.",
        Verdict.MetLate => $"{Activity} {Done} {LastOn?.InWords()}{Party}; it was due by {finding.Due?.InWords()}.",
        Verdict.NotDue when BookedOn is { } booked => $"{Activity.WithArticle()} is booked for {booked.InWords()}; it is due by {finding.Due?.InWords()}.",
        Verdict.NotDue when finding.Due is null => $"{Activity.WithArticle()} is due {Terms}; the day cannot be told yet.",
        Verdict.NotDue => $"{Activity.WithArticle()} is due by {finding.Due?.InWords()}.",
        Verdict.AtRisk => $"no {Activity}{Party} yet; one is due by {finding.Due?.InWords()}, {Terms}{Latest}.",
        _ when finding.Due is null => $"no {Activity}{Party} yet; one is due {Terms}.",
        _ => $"no {Activity}{Party} by {finding.Due?.InWords()}; one is due {Terms}{Latest}.",
    };

    private string Latest => LastOn is { } last ? $" (the latest was on {last.InWords()})" : "";

    public IEnumerable<Compared> Values(Finding finding)
    {
        yield return new("terms", Text: Terms);
        if (LastOn is not null)
            yield return new(Done, Day: LastOn);
        if (BookedOn is not null)
            yield return new("booked for", Day: BookedOn);
    }

    public string? Remedy(Finding finding) =>
        finding.Verdict is Verdict.AtRisk or Verdict.Breached ? ToDo.Replace(Whose, finding.Case.Person?.Value ?? finding.Case.RowId, StringComparison.Ordinal) : null;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict is Verdict.AtRisk or Verdict.Breached ? FailingRows.Of([(finding.Subject, null)]) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
