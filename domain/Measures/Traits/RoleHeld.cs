using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Traits;

/// <summary>The role that the subject is about: a holding of it, or a change.</summary>
public static class RoleHeld
{
    public static Trait Word { get; } = new("role", new(Sources.Roles, "role"),
    [
        "account lead", "delivery lead", "technology lead", "sales lead", "relationship lead", "delivery consultant", "core", "extended", "partner",
        "corporate", "deputy", "customer success",
    ], (_, subject) => subject.Assignment?.Role ?? subject.Role) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "The role that the subject is about: the one that is held, or that passes to another person.",
        "Subjects that are about no role are not among those chosen.")
    {
        Example = """
            - id: successor-named
              title: Each account lead has a successor, reviewed every 6 months
              for each: role holder
              where: { role: account lead }
              cadence: { activity: succession plan, every: 6 months, about: person }
            """,
    };
}
