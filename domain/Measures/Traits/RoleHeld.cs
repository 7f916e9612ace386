using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Traits;

/// <summary>The role that the subject is about: a holding of it, or a change.</summary>
public static class RoleHeld
{
    public static Trait Word { get; } = new("role", new(Sources.Roles, "role"),
    [
        "account lead", "delivery lead", "technology lead", "sales lead", "relationship lead", "delivery consultant", "core", "extended", "partner",
        "corporate", "deputy", "customer success",
    ], (_, subject) => subject.Assignment?.Role ?? subject.Role);
}
