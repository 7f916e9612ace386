using System.Collections.Immutable;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>A piece of a policy file and where it begins.</summary>
/// <param name="Kind">What it is called in a fault.</param>
internal abstract record Node(Place At, string Kind);

/// <summary>One value, trimmed; empty where nothing was written.</summary>
internal sealed record Text(Place At, string Value) : Node(At, Value.Length == 0 ? "nothing" : "text");

/// <summary>Values in order.</summary>
internal sealed record Sequence(Place At, ImmutableArray<Node> Items) : Node(At, "a list");

/// <summary>Keys, each of them once, and their values.</summary>
internal sealed record Mapping(Place At, ImmutableArray<Entry> Entries) : Node(At, "keys and values");

/// <summary>A key and its value.</summary>
internal sealed record Entry(Text Key, Node Value);
