using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Each of the roles is held by so many people on the day judged.</summary>
/// <param name="Roles">In lower case; <see cref="Owner"/> is the person whom an item names.</param>
/// <param name="Holders">How many: at least so many, or, with <paramref name="Exactly"/>, neither more nor fewer.</param>
public sealed record Coverage(ImmutableArray<string> Roles, int Holders, bool Exactly) : IPromise
{
    /// <summary>The role of the person whom the item itself names: no role of roles.csv.</summary>
    public const string Owner = "owner";

    /// <summary>The system whose assignments count, beside those that name no system; null for the PSA.</summary>
    public string? In { get; init; }

    /// <summary>What every holder must be; null where anybody may hold the role.</summary>
    public CareerLevel? With { get; init; }

    public ImmutableArray<Need> Needs => [.. OfHolders, .. Roles.All(r => r == Owner) ? [] : RoleNeeds.Ends];

    private ImmutableArray<Need> OfHolders =>
    [
        .. Roles.All(r => r == Owner) ? ImmutableArray<Need>.Empty : [RoleNeeds.Rows(Roles), RoleNeeds.OfPursuits with { Kinds = Roles, OnlyWith = Sources.Opportunities }],
        .. Roles.Contains(Owner) ? ImmutableArray.Create(new Need(Sources.Items, "person_id")) : [],
        .. With?.Needs ?? [],
    ];

    public string InWords =>
        $"{(Exactly ? "exactly" : "at least")} {Holders} {Phrases.And(Roles)}{With?.InWords}{(In is null ? "" : $", as {Phrases.TheSystem(In)} says")}";

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        if (!subject.IsActiveOn(view.Today))
            return [];
        var held = Roles.Select(role => (Role: role, Holders: HoldersOf(role, subject, view))).ToImmutableArray();
        var basis = new CoverageBasis(Holders, Exactly, held) { BrokenSince = BrokenSince(held, subject, view), NeverHeld = NeverHeld(held, subject, view) };
        if (view.OfSources(measure) is { } unread)
            return [view.Unknown(measure, subject, "", basis, null, unread)];
        if (With is null)
            return [Judge(measure, subject, view, basis, null)];
        if (With.Required(view) is not { } required)
            return [With.NotAsked(measure, subject, view)];
        string level = $"{CareerLevel.Attribute} {required}";
        ImmutableArray<PersonId> all = [.. held.SelectMany(h => h.Holders).Distinct()];
        basis = basis with { Level = level, Below = CareerLevel.Below(all, required, view) };
        // One who is too low stays so, whoever else holds the role.
        if (!basis.Below.IsEmpty && RoleNeeds.LostEnd(view, subject, basis.Below) is null)
            return [view.Finding(measure, subject, "", Verdict.Breached, basis, null) with { Reason = $"below {level}" }];
        return [Judge(measure, subject, view, basis, CareerLevel.Doubt(all, view))];
    }

    private Finding Judge(Measure measure, Case subject, AccountView view, CoverageBasis basis, Trouble? doubt)
    {
        string[] wanting = [.. basis.Held.Where(h => h.Holders.Length < Holders).Select(h => h.Role)];
        bool several = Exactly && basis.Held.Any(h => h.Holders.Length > Holders);
        // Too many stay too many, and enough stay enough, whatever a lost row of a role said; what such a row could change is in doubt (law 1d).
        bool couldGrow = wanting.Length > 0 || (Exactly && !several) || With is not null;
        Trouble? more = couldGrow ? view.OfRows(OfHolders, subject) ?? doubt : null;
        if ((more ?? RoleNeeds.LostEnd(view, subject, [.. basis.Held.SelectMany(h => h.Holders)])) is { } trouble)
            return view.Unknown(measure, subject, "", basis, null, trouble);
        Finding Is(Verdict verdict) => view.Finding(measure, subject, "", verdict, basis, null);
        if (several)
            return Is(Verdict.Breached) with { Reason = "several" };
        // With one role there is no doubt which; with several, those that nobody holds are named.
        return wanting.Length == 0 ? Is(Verdict.Met) : Is(Verdict.Breached) with { Reason = Roles.Length == 1 ? "nobody" : $"nobody: {string.Join(", ", wanting)}" };
    }

    /// <summary>People, however many rows each has.</summary>
    private ImmutableArray<PersonId> HoldersOf(string role, Case subject, AccountView view)
    {
        if (role == Owner)
            return subject.Item is { Person: { } owner } ? [owner] : [];
        return [.. AssignmentsTo(role, subject, view).Where(a => a.HasRoleOn(view.Today)).Select(a => a.Person).Distinct().OrderBy(p => p.Value, StringComparer.Ordinal)];
    }

    /// <summary>Past, present and still to come.</summary>
    private IEnumerable<Assignment> AssignmentsTo(string role, Case subject, AccountView view)
    {
        IEnumerable<Assignment> all = subject.Opportunity is { } pursued ? view.Roles.Concat(view.Firm.PursuersOf(pursued)) : view.Roles;
        return all.Where(a => a.Role == role && (In is null ? a.IsOfThePsa : a.System is null || a.System == In) && Covers(a, subject));
    }

    /// <summary>By role: the day after the last holder's last, or the first day of the one who is one too many. A role that nobody ever held is not among them.</summary>
    private ImmutableSortedDictionary<string, LocalDate> BrokenSince(ImmutableArray<(string Role, ImmutableArray<PersonId> Holders)> held, Case subject, AccountView view)
    {
        var since = ImmutableSortedDictionary<string, LocalDate>.Empty;
        foreach (var (role, holders) in held)
        {
            LocalDate? day = holders.Length == 0 ? AssignmentsTo(role, subject, view).Max(a => a.To < view.Today ? a.To : null)?.PlusDays(1)
                : Exactly && holders.Length > Holders ? AssignmentsTo(role, subject, view).Where(a => a.HasRoleOn(view.Today))
                    .GroupBy(a => a.Person).Select(p => p.Min(a => a.From ?? LocalDate.MinIsoValue)).Order().ElementAt(Holders)
                : null;
            if (day is { } known && known > LocalDate.MinIsoValue)
                since = since.Add(role, known);
        }
        return since;
    }

    private ImmutableArray<string> NeverHeld(ImmutableArray<(string Role, ImmutableArray<PersonId> Holders)> held, Case subject, AccountView view) =>
        held.All(h => h.Holders.Length > 0) ? [] : [.. held.Where(h => h.Holders.Length == 0 && AssignmentsTo(h.Role, subject, view).All(a => a.From > view.Today)).Select(h => h.Role)];

    /// <summary>A role on an engagement or a pursuit is held there, or on the account without naming one.</summary>
    private static bool Covers(Assignment assignment, Case subject)
    {
        if (subject.Opportunity is { } pursued)
            return assignment.Opportunity == pursued || assignment is { Opportunity: null, Engagement: null };
        return subject.Engagement is not { } engagement || assignment.Engagement is null || assignment.Engagement == engagement.Id;
    }
}
