using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>Why something cannot be judged: a reason code, and the sentence behind it.</summary>
public sealed record Trouble(string Reason, string Detail)
{
    /// <summary>What would let it be judged, as an order; null for what the reason asks for.</summary>
    public string? Remedy { get; init; }
}

/// <summary>Law 1: missing data is neither good news nor bad news. Asked only where a finding lacks evidence.</summary>
public static class MissingData
{
    /// <summary>How long a source stays fresh, unless the measure that asks says otherwise.</summary>
    public static readonly CalendarSpan StaleAfter = new(3, SpanUnit.WorkingDays);

    /// <summary>The first trouble of the sources that these needs name, whatever rows they hold; null where all were read and are fresh.</summary>
    public static Trouble? OfSources(this AccountView view, IEnumerable<Need> needs, CalendarSpan? staleAfter = null)
    {
        foreach (Need need in needs)
            foreach (string source in view.Firm.SourcesOf(need))
                if (view.OfSource(source, need.Columns, staleAfter) is { } trouble)
                    return trouble;
        return null;
    }

    /// <summary>The first column that the measure reads and its file lacks; sources that another may stand in for are not asked. null when all are there.</summary>
    internal static Trouble? OfColumns(this AccountView view, Measure measure)
    {
        foreach (Need need in measure.Needs)
            if (need.Or is null && view.Firm.Reading(need.Source).LackingColumns is { IsEmpty: false } columns)
                foreach (string column in need.Columns)
                    if (columns.TryGetValue(column, out string? lacking))
                        return new(Reasons.SourceRefused, lacking);
        return null;
    }

    /// <summary>All that keeps a finding from being judged for lack of evidence: its sources, rows that name it, rows that nobody could place.</summary>
    /// <param name="due">The due day that has passed; a source that stood still before its end cannot say what was done by then.</param>
    public static Trouble? OfEvidence(this AccountView view, Measure measure, Case subject, LocalDate? due) =>
        view.OfSources(measure) ?? StoodStill(view, measure, due) ?? view.OfRows(measure, subject);

    /// <summary>Days that fall in a year whose bank holidays nobody knows.</summary>
    internal static Trouble CalendarEnds(this AccountView view) =>
        new(Reasons.HolidaysUnknown, $"the bank holidays of that year are not in the calendar {view.Calendar.Edition}");

    /// <summary>Rows that could not be used and may speak of this subject.</summary>
    public static Trouble? OfRows(this AccountView view, Measure measure, Case subject) => view.OfRows(measure.Needs, subject);

    /// <summary>The same, of these needs alone.</summary>
    internal static Trouble? OfRows(this AccountView view, ImmutableArray<Need> needs, Case subject)
    {
        if (subject.Refused is { } refused)
            return new(Reasons.RowsQuarantined, refused.Message);
        foreach (Fault fault in view.FaultsBeside(subject))
            if (needs.Any(n => view.Concerns(fault, n)) && Touches(fault, subject, view))
                return new(Reasons.RowsQuarantined, fault.Message);
        return view.Unplaced(needs);
    }

    /// <summary>Rows that nobody could place, in a source that places none with this account (law 1e).</summary>
    internal static Trouble? Unplaced(this AccountView view, IEnumerable<Need> needs)
    {
        // What belongs to no account is not looked for among the rows of any.
        if (view.IsOfFirm)
            return null;
        foreach (Need need in needs)
            foreach (string source in view.Firm.SourcesOf(need))
                if (view.Firm.Reading(source) is { Unmatched.Rows: > 0 } reading && !reading.Matched.Contains(view.Account.Id))
                    return view.RegisterUnread() ?? new(Reasons.IdentityUnmatched, $"{(reading.Unmatched.Rows == 1 ? $"1 row of {source} names an account or engagement" : $"{reading.Unmatched.Rows} rows of {source} name accounts or engagements")} that the register does not know, and none of its rows is this account's.");
        return null;
    }

    /// <summary>Where accounts or engagements themselves could not be read, that is why nobody knows what the rows name.</summary>
    private static Trouble? RegisterUnread(this AccountView view) =>
        view.OfSource(Sources.Accounts, ["account_id"]) is { Reason: not Reasons.SourceStale } accounts ? accounts
        : view.OfSource(Sources.Engagements, ["engagement_id", "account_id"]) is { Reason: not Reasons.SourceStale } engagements ? engagements
        : null;

    internal static Trouble? OfSource(this AccountView view, string source, ImmutableArray<string> columns, CalendarSpan? staleAfter = null)
    {
        CalendarSpan fresh = staleAfter ?? StaleAfter;
        SourceReading reading = view.Firm.Reading(source);
        string why = reading.Why ?? source;
        if (reading.State == ReadingState.Missing)
            return new(Reasons.SourceMissing, why);
        if (reading.State == ReadingState.Refused)
            return new(Reasons.SourceRefused, why);
        if (reading.State == ReadingState.Empty)
            return new(Reasons.SourceEmpty, why);
        foreach (string column in columns)
            if (reading.LackingColumns.TryGetValue(column, out string? lacking))
                return new(Reasons.SourceRefused, lacking);
        if (reading.State == ReadingState.Shrunk)
            return new(Reasons.SourceShrunk, why);
        return IsStale(view, reading, fresh) ? new(Reasons.SourceStale, $"{source} stood as of {reading.AsOf?.InWords()}, which is more than {fresh} ago.") : null;
    }

    private static bool IsStale(AccountView view, SourceReading reading, CalendarSpan fresh) =>
        reading.AsOf is { } asOf && asOf < view.Today && fresh.After(asOf, view.Calendar) is { } last && view.Today > last;

    private static Trouble? StoodStill(AccountView view, Measure measure, LocalDate? due)
    {
        if (due is not { } day)
            return null;
        foreach (Need need in measure.Needs)
            foreach (string source in view.Firm.SourcesOf(need))
                if (view.Firm.Reading(source).AsOf is { } asOf && asOf <= day)
                    return new(Reasons.SourceStale, $"{source} stood as of {asOf.InWords()}, before the end of {day.InWords()}.");
        return null;
    }

    /// <summary>A lost row concerns every need of its source; a refused value only those that need its column.</summary>
    internal static bool Concerns(this AccountView view, Fault fault, Need need) =>
        (fault.Source == need.Source || (fault.Source == need.Or && view.Firm.Policy.MayHold(fault.Source, need)))
        && (fault.RowLost || (fault.Column is { } column && need.Columns.Contains(column)))
        && (fault.Names.Kind is not { } kind || need.Kinds.IsEmpty || need.Kinds.Contains(kind));

    /// <summary>A row takes what it names and no more (law 1d): its own subject, else its engagement's, its person's, its account's.</summary>
    internal static bool Touches(Fault fault, Case subject, AccountView view)
    {
        Named names = fault.Names;
        if (names.Id is not null && fault.Source == subject.RowOf)
            return names.Id == subject.RowId;
        if (names.Kind is { } kind && fault.Source == Sources.Documents && subject.CandidateType is { } type && kind != type)
            return false;
        if (names.Day is { } day && fault.Source == Sources.Time && subject.Days is var (first, last) && (day < first || day > last))
            return false;
        if (names.Day is { } near && fault.Source == Sources.Calendars && subject.Days is var (from, to) && (near.PlusDays(1) < from || near.PlusDays(-1) > to))
            return false;
        if (names.Month is { } month && subject.Month is { } own && month != own)
            return false;
        if (names.Person is { } person && subject.Person is { } theirs && person != theirs)
            return false;
        return names.Engagement is not { } engagement || subject.Engagement is not { } of || engagement == of.Id
            || !view.Engagements.Any(e => e.Id == engagement);
    }
}
