using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Measures.Traits;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>
/// A role that passed from one person to another, as the PSA or no system says it: an assignment that begins after another person had
/// the same role in the same place, whose own ended before, or no later than a month after, while they handed it over. Who goes on in
/// a role takes it from nobody.
/// </summary>
public static class RoleChanges
{
    private const int SideBySide = 31;

    public static Population Word { get; } = new("change of a role", Sources.Roles, [new(Sources.Roles, "role", "person_id", "account_id", "engagement_id", "from", "to")], Of)
    {
        GoesWith = new() { Events = [RoleTold.Announced, RoleTold.HandedOver], Anchors = [SpellEnds.Start], Traits = [RoleHeld.Word] },
        Meaning = Meaning,
    };

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
        foreach (var place in view.Assignments.Where(a => RoleHolders.IsOfThePsa(a) && !(a.From > a.To)).GroupBy(a => (a.Engagement, a.Opportunity, a.Role)))
        {
            // Only who came after the first to leave can have come after anybody.
            Assignment[] left = [.. place.Where(a => a.To is not null)];
            if (left.Length == 0)
                continue;
            foreach (var taken in place.Where(a => a.From is not null).GroupBy(a => (a.Person, a.From)))
                if (taken.Key.From is { } from && left.Any(a => IsBefore(a, taken.Key.Person, from)) && !place.Any(a => GoesOn(a, taken.Key.Person, from, view)))
                    yield return Change(taken, from, view);
        }
    }

    private static bool IsBefore(Assignment other, PersonId taker, LocalDate from) =>
        other.Person != taker && !(other.From >= from) && other.To is { } to && to <= from.Shifted(SideBySide);

    private static bool GoesOn(Assignment held, PersonId taker, LocalDate from, AccountView view) =>
        held.Person == taker && !(held.From >= from) && PeopleOnAccount.Follows(held.To, from, view.Calendar);

    /// <summary>Equal rows are one change, told and handed over when the first of them says.</summary>
    private static Case Change(IEnumerable<Assignment> rows, LocalDate from, AccountView view)
    {
        Assignment row = rows.First() with { AnnouncedOn = rows.Min(a => a.AnnouncedOn), HandoverOn = rows.Min(a => a.HandoverOn) };
        string place = row.Engagement?.Value ?? row.Opportunity ?? "";
        return new("change of a role", place.Length == 0 ? $"{row.Person}/{row.Role}" : $"{row.Person}/{place}/{row.Role}")
        {
            Called = $"Change of {row.Role}{(place.Length == 0 ? "" : $" of {place}")} to {row.Person}",
            Person = row.Person, Role = row.Role, Assignment = row, Spell = (from, row.To),
            Engagement = view.Engagements.FirstOrDefault(e => e.Id == row.Engagement),
        };
    }
}
