using System.Collections.Immutable;
using Azure.Data.Tables;

namespace Plumbline.Functions.Tables;

/// <summary>Writes that are stored together or not at all.</summary>
/// <param name="Tag">What the writer wants to know of it once it is stored.</param>
public sealed record WriteUnit(ImmutableArray<TableTransactionAction> Actions, object? Tag = null);
