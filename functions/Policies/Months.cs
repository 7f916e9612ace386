using System.Collections.Immutable;

namespace Plumbline.Functions.Policies;

/// <summary>The months by name, January first.</summary>
internal static class Months
{
    public static readonly ImmutableArray<string> Names =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
}
