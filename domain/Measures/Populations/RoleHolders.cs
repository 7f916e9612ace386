using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>People with the roles that they hold on the day judged, by person and role.</summary>
public static class RoleHolders
{
    public static Population Word { get; } = new("role holder", Sources.Roles, [RoleNeeds.Rows()], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each person with each role that the person holds on the account or an engagement of it on the day judged, by the PSA or a row without a system.",
        "What is asked counts from the day on which the person last took the role.")
    {
        With = ["holders", "since joining"],
        Example = """
            - id: core-contributes
              title: Each member of the core team of a strategic account contributes to the plan every 3 months
              for each: role holder
              where: { role: core, importance: strategic }
              cadence: { activity: plan contribution, every: 3 months, about: person }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        HashSet<(PersonId, string?)> there = [];
        foreach (var held in view.Roles.Where(a => a.IsOfThePsa).GroupBy(a => (a.Person, a.Role)))
            foreach (var spell in PeopleOnAccount.Stretches(held, view.Calendar))
                if (!(spell.From > view.Today) && !(spell.To < view.Today) && !IsHandedOver(held, view.Today) && there.Add(held.Key))
                    yield return new("role holder", $"{held.Key.Person}/{held.Key.Role}")
                    {
                        Called = $"{held.Key.Person} {Phrases.AsRole(held.Key.Role)}", Person = held.Key.Person, Role = held.Key.Role, Active = [spell], Spell = spell,
                    };
        foreach (var (person, role, fault) in view.RefusedAssignments())
            if (role is not null && there.Add((person, role)))
                yield return new("role holder", $"{person}/{role}") { Called = $"{person} {Phrases.AsRole(role)}", Person = person, Role = role, Refused = fault };
    }

    /// <summary>On its last day a role that another takes is the other's.</summary>
    private static bool IsHandedOver(IEnumerable<Assignment> held, LocalDate day) => held.Any(a => a.Holds(day)) && !held.Any(a => a.HasRoleOn(day));
}
