using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>Whether the keys of a Cadence go with each other and with the population that it is for.</summary>
internal static class CadenceFit
{
    private static readonly ImmutableArray<(string Key, string Because)> OfRolling =
    [
        ("never", "'never' beside a period of the calendar: each period is judged on its own"),
        ("grace", "'grace' beside a period of the calendar: a period ends on its last day"),
    ];

    private static readonly ImmutableArray<(string Key, string Because)> OfPeriods = [("pause", "'pause' beside a duration: leave takes a period out, and here there is none")];

    public static void Check(Fields fields, Trace? trace, bool byPeriod, Words words)
    {
        foreach ((string key, string because) in byPeriod ? OfRolling : OfPeriods)
            fields.Refuse(key, because);
        if (trace is null)
            OfActivity(fields, words);
        else
            OfTrace(fields, trace, byPeriod, words);
    }

    private static void OfTrace(Fields fields, Trace trace, bool byPeriod, Words words)
    {
        foreach (string key in (string[])["evidence", "attended by", "of", "about", "pause"])
            fields.Refuse(key, $"{Quote.Of(key)} is said of activities, and {Quote.Of(trace.Name)} is none");
        if (byPeriod)
            fields.Refuse("every", $"of {Quote.Of(trace.Name)} only the latest day is known: 'every' is a duration, as 7 days");
        if (Together.Clash(trace, Together.Trace, words) is { } clash)
            fields.Refuse("activity", clash);
    }

    private static void OfActivity(Fields fields, Words words)
    {
        fields.Needs("activity", "an activity", Fits.Activities, words);
        foreach (string key in (string[])["attended by", "of"])
            fields.Needs(key, Quote.Of(key), Fits.Parties, words);
        foreach (string key in (string[])["about", "pause"])
            fields.Needs(key, Quote.Of(key), Fits.Person, words);
        if (fields["of"] is Text lead && lead.Value.Equals(Cadence.PeopleLead, StringComparison.OrdinalIgnoreCase) && Together.Clash(Quote.Of(lead.Value), Fits.Person, words) is { } nobodys)
            fields.Faults.Add(lead.At, nobodys);
    }
}
