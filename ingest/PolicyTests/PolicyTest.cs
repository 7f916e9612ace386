using System.Collections.Immutable;
using Plumbline.Ingest.Policies.Grammar;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.PolicyTests;

/// <summary>A test of a measure: facts, and what is expected of it on some days.</summary>
/// <param name="File">Within the policy's folder.</param>
/// <param name="Over">The firm that the test has in place of the policy's; null where it has none.</param>
internal sealed record PolicyTest(string File, Text Name, string Measure, Given Given, ImmutableArray<Expected> Expects, Firm? Over);
