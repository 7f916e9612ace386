using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>Who leads an account, as the PSA or no system says it.</summary>
public static class Leads
{
    public const string Role = "account lead";
    internal static ImmutableArray<Need> Needs { get; } = RoleNeeds.Of(Role);

    /// <summary>Every assignment to the lead, past and present.</summary>
    public static IEnumerable<Assignment> Led(this AccountView view) => view.InRole(Role);

    /// <summary>Every assignment to a role, past and present, as the PSA or no system says it.</summary>
    internal static IEnumerable<Assignment> InRole(this AccountView view, string role) => view.Roles.Where(a => a.Role == role && a.IsOfThePsa);

    /// <summary>Each once, in order of their ids.</summary>
    public static PersonId[] On(LocalDate day, IEnumerable<Assignment> led) =>
        [.. led.Where(a => a.HasRoleOn(day)).Select(a => a.Person).Distinct().OrderBy(p => p.Value, StringComparer.Ordinal)];
}
