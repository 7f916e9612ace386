using System.Collections.Immutable;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>The months by name, January first.</summary>
internal static class MonthNames
{
    public static readonly ImmutableArray<string> All =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
}
