using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Each of the roles is held by so many people on the day judged.</summary>
/// <param name="Roles">In lower case.</param>
/// <param name="Holders">How many: at least so many, or, with <paramref name="Exactly"/>, neither more nor fewer.</param>
public sealed record Coverage(ImmutableArray<string> Roles, int Holders, bool Exactly) : IPromise
{
    /// <summary>Only assignments that this system states, or that name no system, count; null for those of every system.</summary>
    public string? In { get; init; }

    public ImmutableArray<Need> Needs => [new(Sources.Roles, "role", "person_id", "account_id", "from", "to") { Kinds = Roles }];

    private string Terms => $"{(Exactly ? "exactly" : "at least")} {Holders}";

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        if (!subject.IsActiveOn(view.Today))
            return [];
        var held = Roles.Select(role => (role, HoldersOf(role, subject, view))).ToImmutableArray();
        var basis = new CoverageBasis(Terms, held);
        if (view.OfSources(measure.Needs) is { } unread)
            return [view.Unknown(measure, subject, "", basis, null, unread)];
        string[] nobody = [.. held.Where(h => h.Item2.Length < Holders).Select(h => h.role)];
        bool several = Exactly && held.Any(h => h.Item2.Length > Holders);
        // Too many stay too many, and enough stay enough, whatever a lost row said; only what it could change is in doubt (law 1d).
        bool decided = several || (!Exactly && nobody.Length == 0);
        if (!decided && view.OfRows(measure, subject) is { } trouble)
            return [view.Unknown(measure, subject, "", basis, null, trouble)];
        Finding Is(Verdict verdict) => view.Finding(measure, subject, "", verdict, basis, null);
        if (several)
            return [Is(Verdict.Breached) with { Reason = "several" }];
        return [nobody.Length == 0 ? Is(Verdict.Met) : Is(Verdict.Breached) with { Reason = Nobody(nobody) }];
    }

    /// <summary>With one role there is no doubt which; with several, those that nobody holds are named.</summary>
    private string Nobody(string[] roles) => Roles.Length == 1 ? "nobody" : $"nobody: {string.Join(", ", roles)}";

    /// <summary>One for each assignment: a person assigned twice holds the role twice.</summary>
    private ImmutableArray<PersonId> HoldersOf(string role, Case subject, AccountView view) =>
    [
        .. view.Assignments
            .Where(a => a.Role == role && a.Holds(view.Today) && (In is null || a.System is null || a.System == In) && Covers(a, subject))
            .Select(a => a.Person).OrderBy(p => p.Value, StringComparer.Ordinal),
    ];

    /// <summary>A role on an engagement is held there, or on the account without naming an engagement.</summary>
    private static bool Covers(Assignment assignment, Case subject) =>
        subject.Engagement is not { } engagement || assignment.Engagement is null || assignment.Engagement == engagement.Id;
}
