namespace Plumbline.Domain.Findings;

/// <summary>Who answers for a finding, and why it is they.</summary>
/// <param name="Id">By the id of the register, or as firm.yaml names whoever looks after what nobody else does.</param>
public sealed record Owner(string Id, string Because);
