using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>What would make systems tell the same story: which field of which system to set to which value, as orders.</summary>
internal static class Mending
{
    /// <summary>Which of two systems is wrong nobody can tell: the second is set to what the first says, or the first is corrected.</summary>
    /// <param name="mine">As the other system would say it.</param>
    public static string Set(string field, string one, string mine, string other, string theirs)
    {
        // What is blank is no example to follow.
        if (mine.Length == 0)
            (one, mine, other) = (other, theirs, one);
        string source = Phrases.TheSystem(one);
        return $"set the {field} in {Phrases.TheSystem(other)} to {mine}, as in {source}, or correct {source}";
    }

    /// <summary>The thing is entered where it is missing.</summary>
    /// <param name="fields">As the system that lacks it would say them.</param>
    public static string Enter(IEnumerable<string> missing, string known, IReadOnlyCollection<(string Field, string Value)> fields) =>
        $"enter it in {Named(missing)}{(fields.Count == 0 ? "" : $" with {Phrases.And(fields.Select(f => $"{f.Field} {f.Value}"))}")}, as in {Phrases.TheSystem(known)}, or take it out there";

    /// <summary>Of several systems most are taken to be right; where they are even, the first.</summary>
    /// <param name="holders">Who holds the role by each system; none where it names nobody.</param>
    public static IEnumerable<string> Hold(string role, IReadOnlyCollection<(string System, string? Holders)> holders)
    {
        var right = holders.Where(h => h.Holders is not null).GroupBy(h => h.Holders).OrderByDescending(g => g.Count()).FirstOrDefault();
        if (right is null)
            return [$"name the {role} in {Named(holders.Select(h => h.System))}"];
        string wrong = Named(holders.Where(h => h.Holders != right.Key).Select(h => h.System)), source = Named(right.Select(h => h.System));
        bool even = 2 * right.Count() <= holders.Count;
        return [$"name {right.Key} alone as {role} in {wrong}, as in {source}{(even ? $", or correct {source}" : "")}"];
    }

    private static string Named(IEnumerable<string> systems) => Phrases.And(systems.Select(Phrases.TheSystem));
}
