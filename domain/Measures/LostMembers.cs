using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Rows that could not be used and would have said who or what a measure is about, or since when. What they would have changed is
/// <c>unknown</c>: silence about a subject is never good news (law 1d).
/// </summary>
internal sealed class LostMembers
{
    private static readonly LostMembers None = new([], null, null);

    // These say from when to when a subject is one, so that a lost row may put off what is due.
    private static readonly string[] Spans = [Sources.Accounts, Sources.Engagements, Sources.People, Sources.Roles];

    private readonly Fault[] _faults;
    private readonly AccountView? _view;
    private readonly Measure? _measure;

    // The keys of the subjects that were judged, as they are called and as their source has them.
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<(string Subject, string Occasion)> _said = [];

    private LostMembers(Fault[] faults, AccountView? view, Measure? measure) => (_faults, _view, _measure) = (faults, view, measure);

    public static LostMembers Of(AccountView view, Measure measure)
    {
        if (view.Faults.Count == 0)
            return None;
        // A lost time entry hides a month or a week, which its population knows by the entry's day.
        Fault[] faults = [.. view.Faults.Where(f => f.Source != Sources.Time && measure.ForEach.Needs.Any(n => view.Concerns(f, n)))];
        return faults.Length == 0 ? None : new(faults, view, measure);
    }

    /// <summary>The finding, or <c>unknown</c> where a lost row may say that its time came long ago, or that it applies.</summary>
    public Finding InDoubt(Finding finding)
    {
        if (_view is null || _measure is null)
            return finding;
        _seen.Add(finding.Subject);
        _seen.Add(finding.Case.RowId);
        _said.Add((finding.Subject, finding.Occasion));
        bool isPutOff = finding is { Verdict: Verdict.NotDue, Case.Days: null };
        if ((!isPutOff && finding.Verdict != Verdict.NotApplicable)
            || Array.Find(_faults, f => (!isPutOff || Spans.Contains(f.Source)) && MissingData.Touches(f, finding.Case, _view)) is not { } fault)
            return finding;
        return finding with { Verdict = Verdict.Unknown, Reason = Reasons.RowsQuarantined, Detail = fault.Message };
    }

    /// <summary>One finding for each subject that may be missing because of a lost row, once all others were seen.</summary>
    public IEnumerable<Finding> Hidden()
    {
        if (_view is null || _measure is null)
            yield break;
        // A lost absence takes hours away where there are some, and hides nobody but itself.
        foreach (Fault fault in _faults.Where(f => f.Source != Sources.Absences || _measure.ForEach.KeysFrom == Sources.Absences))
            if (Subject(fault, _measure.ForEach.KeysFrom) is var subject && !IsSeen(fault, subject.Subject) && _said.Add((subject.Subject, "")))
                yield return _view.Unknown(_measure, subject, "", NothingCompared.Instance, null, new(Reasons.RowsQuarantined, fault.Message));
    }

    /// <summary>Whether the row's own subject was judged, in spite of the row.</summary>
    private bool IsSeen(Fault fault, string subject) =>
        fault.Names.Id is { } id && fault.Source == _measure!.ForEach.KeysFrom && (_seen.Contains(id) || _seen.Contains(subject) || _seen.Any(s => s.EndsWith($"/{id}", StringComparison.Ordinal)));

    /// <summary>What the row names, as the measure's subjects are keyed; else the account.</summary>
    private Case Subject(Fault fault, string keysFrom) => fault.Names switch
    {
        { Id: { } id } when fault.Source == keysFrom && keysFrom != Sources.Accounts => new("row", id),
        { Person: { } person } when keysFrom == Sources.People => new("person", person.Value) { Person = person },
        { Engagement: { } engagement } when keysFrom == Sources.Engagements => new("engagement", engagement.Value),
        _ => new("account", _view!.Account.Id.Value) { Name = _view.Account.Name },
    };
}
