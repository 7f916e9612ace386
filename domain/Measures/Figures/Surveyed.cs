using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>
/// Figures that others measure: the latest reading of that name by the day. Several readings of one day are one, their mean; an account
/// takes those of its engagements for its own.
/// </summary>
public static class Surveyed
{
    /// <summary>How satisfied the customer is; a score older than a year says nothing (IW).</summary>
    public static Figure Satisfaction { get; } = Word("satisfaction", "", 12);

    /// <summary>How engaged the team is (IW).</summary>
    public static Figure EngagementScore { get; } = Word("engagement score", "", null) with { Called = "the engagement score" };

    /// <summary>How many of the team answered when they were asked (IW).</summary>
    public static Figure ShareWhoAnswered { get; } = Word("share who answered", " %", null) with { Called = "the share who answered" };

    /// <summary>How many capabilities of the firm work for the account; a count older than a year says nothing (TWO).</summary>
    public static Figure CapabilitiesEngaged { get; } = Word("capabilities engaged", "", 12) with { Called = "the number of capabilities engaged" };

    private static Figure Word(string name, string unit, int? months) => new(name, unit,
        [new(Sources.Readings, "figure", "account_id", "value", "as_of") { Kinds = [name] }], _ => null, (view, subject, day) => Of(name, months, view, subject, day))
    {
        Earlier = Earlier.AnyReading,
    };

    private static Measured Of(string name, int? months, AccountView view, Case subject, LocalDate day)
    {
        var readings = view.Readings(name).Where(r => r.AsOf <= day && IsOf(r, subject)).GroupBy(r => r.AsOf).TakeLast(2).ToArray();
        if (readings.Length == 0 || (months is { } count && readings[^1].Key <= day.PlusMonths(-count)))
            return Measured.Unsure(Reasons.FigureIncomplete, $"no {name}{(months is null ? "" : $" of the last {months} months")} is given; give it in readings.csv");
        return Measured.Of(readings[^1].Average(r => r.Value)) with
        {
            Before = readings.Length > 1 ? readings[0].Average(r => r.Value) : null,
            Beside = [new($"{name} as of", Day: readings[^1].Key)],
        };
    }

    private static bool IsOf(Reading reading, Case subject) => subject.Person is { } person ? reading.Person == person
        : subject.Engagement is not { } engagement || reading.Engagement == engagement.Id;
}
