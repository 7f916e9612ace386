using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Traits;

/// <summary>What the subject is among the customer's people.</summary>
public static class Stakeholder
{
    public static Trait Word { get; } = new("stakeholder role", new(Sources.Contacts, "stakeholder_role"),
        ["executive", "sponsor", "product owner", "head of department", "finance", "procurement"], (_, subject) => subject.Contacts is null ? null : subject.Role);
}
