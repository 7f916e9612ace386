using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>The terms of a Cadence: <c>{ activity: service review, every: month, evidence: held }</c>.</summary>
internal static class CadenceTerms
{
    /// <summary>Stands for activities of every kind.</summary>
    private const string Any = "any";

    public static readonly Shape Shape = new("a cadence", ["activity", "every"], ["grace", "evidence", "attended by", "of", "about", "pause", "never"]);
    private static readonly Shape AttendedBy = new("'attended by'", [], ["all of", "none of"]);
    private static readonly ImmutableArray<string> OfActivities = ["evidence", "attended by", "of", "about", "pause"];
    private static readonly ImmutableArray<string> Periods = ["week", "month", "quarter", "half-year", "year"];
    private static readonly ImmutableArray<string> Rungs = ["scheduled", "accepted", "held", "confirmed"];

    public static Cadence? Read(Node node, Words words, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        ImmutableArray<Text> activities = Lists.OneOr("any of", fields, "activity");
        Trace? trace = activities is [var only] ? words.Traces.FirstOrDefault(t => t.Name == only.Value) : null;
        (Every? period, CalendarSpan? rolling) = ReadEvery(fields);
        CalendarSpan grace = fields.Span("grace", least: 0) ?? new(0, SpanUnit.Days);
        Rung evidence = fields.Choice("evidence", Rungs) is { } rung ? (Rung)Rungs.IndexOf(rung) : Rung.Held;
        (ImmutableArray<string> all, ImmutableArray<string> none) = Parties(fields);
        string? role = fields.Lower("of");
        bool about = fields.Choice("about", "person") is not null;
        bool paused = fields.Choice("pause", "leave") is not null;
        bool never = fields.Choice("never", "breached") is not null;
        if (never && period is not null)
            fields.Refuse("never", "'never' beside a period of the calendar: each period is judged on its own");
        foreach (string key in trace is null ? [] : OfActivities)
            fields.Refuse(key, $"{Quote.Of(key)} is said of activities, and {Quote.Of(trace?.Name ?? "")} is none");
        if (activities.IsEmpty || (period is null && rolling is null))
            return null;
        bool any = activities is [{ Value: Any }];
        return new(any || trace is not null ? [] : activities.Lower())
        {
            Period = period,
            Rolling = rolling,
            Grace = grace,
            Evidence = evidence,
            AttendedByAll = all,
            AttendedByNone = none,
            OfRole = role,
            AboutPerson = about,
            PausedByLeave = paused,
            NeverIsBreached = never,
            Trace = trace,
        };
    }

    private static (ImmutableArray<string> All, ImmutableArray<string> None) Parties(Fields cadence)
    {
        if (cadence.Part("attended by", AttendedBy) is not { } fields)
            return ([], []);
        fields.AtLeastOne("all of", "none of");
        return (Parties(fields, "all of"), Parties(fields, "none of"));
    }

    private static ImmutableArray<string> Parties(Fields fields, string key) =>
        [.. fields.Texts(key).Select(t => Choices.Read(t with { Value = t.Value.ToLowerInvariant() }, key, Attendance.Parties, fields.Faults)).OfType<string>()];

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
