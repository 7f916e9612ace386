using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>Systems tell the same story of a record, or of who holds a role.</summary>
/// <param name="Systems">Two systems, or of a role any number, in lower case; each is compared with the first, which is the one whose stages the firm's stage map translates.</param>
/// <param name="Same">The fields that must be equal; <c>stage</c> through the stage map.</param>
/// <param name="Within">The fields that may differ by so many per cent of the larger: <c>value</c>.</param>
public sealed record Agreement(string Record, ImmutableArray<string> Systems, ImmutableArray<string> Same, IReadOnlyDictionary<string, decimal> Within) : IPromise
{
    /// <summary>The field that is an amount of money.</summary>
    public const string Value = "value";

    /// <summary>The field that the stage map translates.</summary>
    public const string Stage = "stage";

    /// <summary>The field of a role that says who holds it.</summary>
    public const string Holder = "holder";

    /// <summary>The same people hold the role in every one of the systems. What no system states is the first one's.</summary>
    public static Agreement OfRole(string role, ImmutableArray<string> systems) => new(role, systems, [Holder], new Dictionary<string, decimal>()) { IsOfRole = true };

    public bool IsOfRole { get; private init; }

    public ImmutableArray<Need> Needs => IsOfRole
        ? [new(Sources.Roles, "system") { Kinds = [Record] }, .. RoleNeeds.Of(Record)]
        : [new(Sources.Opportunities, ["system", "account_id", "currency", .. Same, .. Within.Keys.Order(StringComparer.Ordinal)])];

    public string InWords => $"the same {(IsOfRole ? Record : Phrases.And([.. Same, .. Within.Keys.Order(StringComparer.Ordinal).Select(f => $"{f} within {Within[f].Text()} %")]))} in {Phrases.And(Systems.Select(Phrases.TheSystem))}";

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        if (IsOfRole && !subject.IsActiveOn(view.Today))
            return [];
        Record?[] told = [.. Systems.Select(s => IsOfRole ? HoldersIn(s, subject, view) : subject.Records.FirstOrDefault(r => r.System == s))];
        var basis = new AgreementBasis(Systems, [.. told.OfType<Record>().Select(r => new Story(r.System, [.. Seen(r)]) { UpdatedOn = r.UpdatedOn })])
        {
            Role = IsOfRole ? Record : null,
        };
        Finding Unknown(Trouble trouble) => view.Unknown(measure, subject, "", basis, null, trouble);
        Finding Is(Verdict verdict, string? reason, params IEnumerable<string> mends) => view.Finding(measure, subject, "", verdict, verdict == Verdict.Breached ? basis with { Mends = [.. mends], Since = LastChange(told, view) } : basis, null) with { Reason = reason };
        if (view.OfSources(measure) is { } unread)
            return [Unknown(unread)];
        string[] missing = [.. Systems.Where((_, i) => told[i] is null)];
        // Whatever a role's lost row said, it may be who is missing, or one more.
        if ((IsOfRole || missing.Length > 0) && view.OfRows(measure, subject) is { } trouble)
            return [Unknown(trouble)];
        if (missing.Length > 0 || told is not [{ } one, .. { } others])
            return [Is(Verdict.Breached, $"missing in {string.Join(", ", missing)}", IsOfRole || told.OfType<Record>().FirstOrDefault() is not { } known ? Hold(told) : [Mending.Enter(missing, known.System, [.. Others(known, view.Firm.Policy.Stages)])])];
        (string What, string Mend)[] differences = [.. others.OfType<Record>().SelectMany(other => Differences(one, other, view.Firm.Policy.Stages))];
        if (differences.Length > 0)
            return [Is(Verdict.Breached, string.Join(", ", differences.Select(d => d.What).Distinct()), IsOfRole ? Hold(told) : differences.Select(d => d.Mend))];
        // A value that was refused is not one that agrees, nor a blank one.
        if (RefusedValue(subject, view) is { } refused)
            return [Unknown(new(Reasons.RowsQuarantined, refused.Message))];
        return [Within.ContainsKey(Value) && others.Any(other => (one.Value is null) != (other?.Value is null))
            ? Unknown(new(Reasons.FigureIncomplete, "only one of the systems gives a value") { Remedy = $"give the value of {subject.RowId} in {Phrases.And(Systems.Select(Phrases.TheSystem))}" })
            : Is(Verdict.Met, null)];
    }

    /// <summary>Who holds the role today as the system says it; null where it names nobody.</summary>
    private Record? HoldersIn(string system, Case subject, AccountView view)
    {
        string[] holders =
        [
            .. view.Roles.Where(a => a.Role == Record && (a.System ?? Systems[0]) == system && a.HasRoleOn(view.Today))
                .Select(a => a.Person.Value).Distinct().Order(StringComparer.Ordinal),
        ];
        return holders.Length == 0 ? null : new(system, Record, subject.Subject, ImmutableDictionary<string, string>.Empty.Add(Holder, string.Join(", ", holders)));
    }

    /// <summary>The last day on which any of the systems heard something new of it; of a role, on which anybody began or ended to hold it.</summary>
    private LocalDate? LastChange(Record?[] told, AccountView view) => !IsOfRole ? told.All(r => r?.UpdatedOn <= view.Today) ? told.Max(r => r?.UpdatedOn) : null
        : view.Roles.Where(a => a.Role == Record && Systems.Contains(a.System ?? Systems[0]))
        .SelectMany(a => new[] { a.From, a.To?.Shifted(1) }).Where(day => day <= view.Today).Max();

    private Fault? RefusedValue(Case subject, AccountView view) =>
        view.Firm.FaultsOf(Sources.Opportunities, subject.Subject).Where(f => f.Column is { } column && Within.ContainsKey(column)).MinBy(f => f.Line);

    private IEnumerable<string> Hold(Record?[] told) => Mending.Hold(Record, [.. Systems.Select((system, i) => (system, told[i]?.Fields.GetValueOrDefault(Holder)))]);

    /// <summary>What a system that lacks the thing would say of it; a stage that several stand for is left as it is.</summary>
    private IEnumerable<(string Field, string Value)> Others(Record known, IReadOnlyDictionary<string, string> stages)
    {
        foreach (string field in Same)
            if (known.Fields.GetValueOrDefault(field) is { Length: > 0 } said)
                yield return (field, field != Stage ? said : known.System == Systems[0] ? stages.GetValueOrDefault(said, said) : Untranslated(said, stages));
        if (known.Value is { } value && Within.ContainsKey(Value))
            yield return (Value, $"{value}");
    }

    private static string Untranslated(string stage, IReadOnlyDictionary<string, string> stages) =>
        stages.Where(s => s.Value.Equals(stage, StringComparison.OrdinalIgnoreCase)).Select(s => s.Key).ToArray() is [var only] ? only : stage;

    private IEnumerable<(string What, string Mend)> Differences(Record one, Record other, IReadOnlyDictionary<string, string> stages)
    {
        foreach (string field in Same)
        {
            string mine = one.Fields.GetValueOrDefault(field) ?? "", theirs = other.Fields.GetValueOrDefault(field) ?? "";
            // A stage that the map does not name stands for itself.
            string translated = field == Stage && stages.TryGetValue(mine, out string? mapped) ? mapped : mine;
            if (!translated.Equals(theirs, StringComparison.OrdinalIgnoreCase))
                yield return ($"{field} differs", Mending.Set(field, one.System, translated, other.System, theirs));
        }
        if (!Within.TryGetValue(Value, out decimal percent) || one.Value is not { } a || other.Value is not { } b)
            yield break;
        if (a.Currency != b.Currency)
            yield return ("currency differs", Mending.Set(Value, one.System, $"{a}", other.System, $"{b}"));
        else if (Math.Abs((decimal)a.Minor - b.Minor) * 100m > percent * Math.Max(Math.Abs((decimal)a.Minor), Math.Abs((decimal)b.Minor)))
            yield return ("value differs", Mending.Set(Value, one.System, $"{a}", other.System, $"{b}"));
    }

    private IEnumerable<Compared> Seen(Record record)
    {
        foreach (string field in Same)
            yield return new(field, Text: record.Fields.GetValueOrDefault(field) ?? "");
        if (record.Value is not null)
            yield return new(Value, Money: record.Value);
    }
}
