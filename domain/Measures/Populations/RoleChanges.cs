using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>
/// A role that passed from one person to another, as the PSA or no system says it: an assignment that begins from 31 days before to 31 days
/// after the end of another person's, who had the same role in the same place and began earlier. One that continues the same person's own is not a change.
/// </summary>
public static class RoleChanges
{
    private const int DaysApart = 31;

    public static Population Word { get; } = new("change of a role", Sources.Roles, RoleNeeds.OnAccount, Of);

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (var place in RoleStarts.Places(view))
        {
            Assignment[] left = [.. place.Where(a => a.To is not null)];
            // Most roles have one holder, whom nobody follows.
            if (left.Length == 0)
                continue;
            foreach (var rows in RoleStarts.Starts(place, view))
                if (rows.Key.From is { } from && left.Any(a => IsBefore(a, rows.Key.Person, from)))
                    yield return RoleStarts.Case("change of a role", $"Change to {rows.Key.Person} as", rows, view);
        }
    }

    private static bool IsBefore(Assignment other, PersonId taker, LocalDate from) =>
        other.Person != taker && !(other.From >= from) && other.To is { } to && from <= to.Shifted(DaysApart) && to <= from.Shifted(DaysApart);
}
