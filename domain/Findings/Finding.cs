namespace Plumbline.Domain.Findings;

/// <summary>What one measure says of one subject and occasion of an account.</summary>
public sealed record Finding(string Measure, Verdict Verdict);
