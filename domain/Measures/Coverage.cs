using System.Collections.Immutable;
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

    /// <summary>Only assignments that this system states, or that name no system, count; null for those of every system.</summary>
    public string? In { get; init; }

    /// <summary>What a holder must be to count; null where anybody counts.</summary>
    public CareerLevel? With { get; init; }

    public ImmutableArray<Need> Needs =>
    [
        .. Roles.All(r => r == Owner) ? ImmutableArray<Need>.Empty : [new(Sources.Roles, "role", "person_id", "account_id", "engagement_id", "from", "to") { Kinds = Roles }],
        .. Roles.Contains(Owner) ? ImmutableArray.Create(new Need(Sources.Items, "person_id")) : [],
        .. With?.Needs ?? [],
    ];

    public string InWords =>
        $"{(Exactly ? "exactly" : "at least")} {Holders} {Phrases.And(Roles)}{With?.InWords}{(In is null ? "" : $", as {Phrases.TheSystem(In)} says")}";

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        if (!subject.IsActiveOn(view.Today))
            return [];
        var all = Roles.Select(role => (Role: role, Holders: HoldersOf(role, subject, view))).ToImmutableArray();
        if (view.OfSources(measure) is { } unread)
            return [view.Unknown(measure, subject, "", new CoverageBasis(Holders, Exactly, all), null, unread)];
        if (With is not { } level)
            return [Judge(measure, subject, view, all, null, "nobody")];
        if (level.Required(view) is not { } required)
            return [level.NotAsked(measure, subject, view)];
        var fit = all.Select(h => (Role: $"{h.Role} at {CareerLevel.Attribute} {required} or above", Holders: CareerLevel.Fitting(h.Holders, required, view))).ToImmutableArray();
        string below = all.Any(h => h.Holders.IsEmpty) ? "nobody" : $"below {CareerLevel.Attribute} {required}";
        return [Judge(measure, subject, view, fit, CareerLevel.Doubt(all.SelectMany(h => h.Holders), view), below)];
    }

    private Finding Judge(Measure measure, Case subject, AccountView view, ImmutableArray<(string Role, ImmutableArray<PersonId> Holders)> held, Trouble? doubt, string lacking)
    {
        var basis = new CoverageBasis(Holders, Exactly, held);
        string[] wanting = [.. held.Where(h => h.Holders.Length < Holders).Select(h => h.Role)];
        bool several = Exactly && held.Any(h => h.Holders.Length > Holders);
        // Too many stay too many, and enough stay enough, whatever a lost row said; only what it could change is in doubt (law 1d).
        bool decided = several || (!Exactly && wanting.Length == 0);
        if (!decided && (view.OfRows(measure, subject) ?? doubt) is { } trouble)
            return view.Unknown(measure, subject, "", basis, null, trouble);
        Finding Is(Verdict verdict) => view.Finding(measure, subject, "", verdict, basis, null);
        if (several)
            return Is(Verdict.Breached) with { Reason = "several" };
        // With one role there is no doubt which; with several, those that nobody holds are named.
        return wanting.Length == 0 ? Is(Verdict.Met) : Is(Verdict.Breached) with { Reason = Roles.Length == 1 ? lacking : $"{lacking}: {string.Join(", ", wanting)}" };
    }

    /// <summary>One for each assignment: a person assigned twice holds the role twice.</summary>
    private ImmutableArray<PersonId> HoldersOf(string role, Case subject, AccountView view)
    {
        if (role == Owner)
            return subject.Item is { Person: { } owner } ? [owner] : [];
        IEnumerable<Assignment> all = subject.Opportunity is { } pursued ? view.Assignments.Concat(view.Firm.PursuersOf(pursued)) : view.Assignments;
        return
        [
            .. all.Where(a => a.Role == role && a.Holds(view.Today) && (In is null || a.System is null || a.System == In) && Covers(a, subject))
                .Select(a => a.Person).OrderBy(p => p.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>A role on an engagement or a pursuit is held there, or on the account without naming one.</summary>
    private static bool Covers(Assignment assignment, Case subject)
    {
        if (subject.Opportunity is { } pursued)
            return assignment.Opportunity == pursued || assignment is { Opportunity: null, Engagement: null };
        return subject.Engagement is not { } engagement || assignment.Engagement is null || assignment.Engagement == engagement.Id;
    }
}
