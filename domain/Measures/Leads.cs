using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>Who leads an account, as the PSA or no system says it.</summary>
public static class Leads
{
    private const string Role = "account lead";
    private const string System = "psa";

    internal static Need Need { get; } = new(Sources.Roles, "role", "person_id", "account_id", "engagement_id", "from", "to") { Kinds = [Role] };

    /// <summary>Every assignment to the lead, past and present.</summary>
    public static IEnumerable<Assignment> Led(this AccountView view) => view.Assignments.Where(a => a.Role == Role && a.System is null or System);

    /// <summary>Each once, in order of their ids.</summary>
    public static PersonId[] On(LocalDate day, IEnumerable<Assignment> led) =>
        [.. led.Where(a => a.Holds(day)).Select(a => a.Person).Distinct().OrderBy(p => p.Value, StringComparer.Ordinal)];
}
