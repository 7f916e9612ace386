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
        (ImmutableArray<string> all, ImmutableArray<string> none) = Parties(fields, words);
        string? role = fields.Text("of") is { } of ? FileWords.Roles([of], faults, Cadence.PeopleLead)[0] : null;
        bool about = fields.Choice("about", "person") is not null;
        bool paused = fields.Choice("pause", "leave") is not null;
        bool never = fields.Choice("never", "breached") is not null;
        bool any = activities is [{ Value: Any }];
        ImmutableArray<string> kinds = any || trace is not null ? [] : FileWords.Activities(activities, words, faults);
        CadenceFit.Check(fields, trace, period is not null, words);
        if (activities.IsEmpty || (period is null && rolling is null))
            return null;
        return new(kinds)
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

    private static (ImmutableArray<string> All, ImmutableArray<string> None) Parties(Fields cadence, Words words)
    {
        if (cadence.Part("attended by", AttendedBy) is not { } fields)
            return ([], []);
        fields.AtLeastOne("all of", "none of");
        return (Parties(fields, "all of", words), Parties(fields, "none of", words));
    }

    private static ImmutableArray<string> Parties(Fields fields, string key, Words words)
    {
        ImmutableArray<Text> texts = [.. fields.Texts(key).Select(t => t with { Value = t.Value.ToLowerInvariant() })];
        foreach (Text text in texts)
            if (text.Value == Attendance.SomebodyElse && Together.Clash(Quote.Of(text.Value), Fits.Person, words) is { } clash)
                fields.Faults.Add(text.At, clash);
        return [.. texts.Select(t => Choices.Read(t, key, Attendance.Parties, fields.Faults)).OfType<string>()];
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
