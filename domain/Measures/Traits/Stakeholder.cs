using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Traits;

/// <summary>What the subject is among the customer's people.</summary>
public static class Stakeholder
{
    public static Trait Word { get; } = new("stakeholder role", new(Sources.Contacts, "stakeholder_role"),
        ["executive", "sponsor", "product owner", "head of department", "finance", "procurement"], (_, subject) => subject.Contacts is null ? null : subject.Role) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "The role of the customer's people that the subject is about, as `stakeholder_role` in contacts.csv gives it.",
        "The list names the roles that this firm wants to meet; roles that are left out are not judged.")
    {
        Example = """
            - id: sponsors-met
              title: Each sponsor is met every 3 months
              for each: stakeholder role
              where: { stakeholder role: [executive, sponsor] }
              cadence: { activity: any, every: 3 months }
            """,
    };
}
