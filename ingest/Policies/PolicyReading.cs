using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies;

/// <summary>What reading a policy came to: the policy, or every fault that it has, file by file and line by line.</summary>
public sealed record PolicyReading(Policy? Policy, ImmutableArray<PolicyFault> Faults);
