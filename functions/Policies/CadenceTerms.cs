using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;

namespace Plumbline.Functions.Policies;

/// <summary>The terms of a Cadence: <c>{ activity: service review, every: month, evidence: held }</c>.</summary>
internal static class CadenceTerms
{
    public static readonly Shape Shape = new("a cadence", ["activity", "every"], ["grace", "evidence", "attended by", "pause"]);
    private static readonly Shape Attendance = new("'attended by'", ["all of"], []);
    private static readonly ImmutableArray<string> Periods = ["week", "month", "quarter", "half-year", "year"];
    private static readonly ImmutableArray<string> Rungs = ["scheduled", "accepted", "held", "confirmed"];

    public static Cadence? Read(Node node, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        ImmutableArray<Text> activities = Lists.OneOr("any of", fields, "activity");
        (Every? period, CalendarSpan? rolling) = ReadEvery(fields);
        CalendarSpan grace = fields.Span("grace", least: 0) ?? new(0, SpanUnit.Days);
        Rung evidence = fields.Choice("evidence", Rungs) is { } rung ? (Rung)Rungs.IndexOf(rung) : Rung.Held;
        ImmutableArray<Text> attended = fields.Part("attended by", Attendance)?.Texts("all of") ?? [];
        bool paused = fields.Choice("pause", "leave") is not null;
        if (activities.IsEmpty || (period is null && rolling is null))
            return null;
        return new(activities.Lower())
        {
            Period = period,
            Rolling = rolling,
            Grace = grace,
            Evidence = evidence,
            AttendedByAll = attended.Lower(),
            PausedByLeave = paused,
        };
    }

    /// <summary>A word is a period of the calendar, a number of something rolls from one activity to the next.</summary>
    private static (Every?, CalendarSpan?) ReadEvery(Fields fields)
    {
        if (fields.Text("every") is not { } text)
            return default;
        if (text.Value.Any(char.IsAsciiDigit))
            return (null, SpanText.Read(text, 1, fields.Faults));
        if (Periods.Contains(text.Value))
            return ((Every)Periods.IndexOf(text.Value), null);
        fields.Faults.Add(text.At, $"{Quote.Of(text.Value)} is no value of 'every': it is one of {Quote.All(Periods)}, or a duration", Meant(text.Value));
        return default;
    }

    private static string? Meant(string written) => written.ToLowerInvariant() switch
    {
        "fortnight" or "fortnightly" => "2 weeks",
        "annually" => "year",
        _ => Nearest.To(written, Periods),
    };
}
