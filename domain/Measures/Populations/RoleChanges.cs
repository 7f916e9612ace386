using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Roles that pass from one person to another (MR).</summary>
public static class RoleChanges
{
    private const int DaysApart = 31;

    public static Population Word { get; } = new("change of a role", Sources.Roles, RoleNeeds.OnAccount, Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each role that passes from one person to another in the same place: somebody begins from 31 days before to 31 days after the end of another person who began earlier.",
        "Whoever goes on in the same role takes it from nobody.",
        "The subject is the person, the engagement where the row names one, and the role.")
    {
        With = ["assignments"],
        Example = """
            - id: lead-handed-over
              title: A new account lead records the handover within 10 working days
              for each: change of a role
              where: { role: account lead }
              deadline: { done: handover recorded, within: 10 working days, after: its start }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (var place in RoleStarts.Places(view))
        {
            Assignment[] left = [.. place.Where(a => a.To is not null && !place.Any(next => next.Person == a.Person && next.From > a.From && PeopleOnAccount.Follows(a.To, next.From, view.Calendar)))];
            // Most roles have one holder, whom nobody follows.
            if (left.Length == 0)
                continue;
            foreach (var rows in RoleStarts.Starts(place, view))
                if (rows.Key.From is { } from && left.Any(a => IsBefore(a, rows.Key.Person, from)))
                    yield return RoleStarts.Case("change of a role", $"Change to {rows.Key.Person}", rows, view);
        }
    }

    private static bool IsBefore(Assignment other, PersonId taker, LocalDate from) =>
        other.Person != taker && !(other.From >= from) && other.To is { } to && from <= to.Shifted(DaysApart) && to <= from.Shifted(DaysApart);
}
