using System.Collections.Immutable;
using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Policies;

/// <summary>The terms of a Coverage: <c>{ role: account lead, holders: exactly 1, in: psa }</c>.</summary>
internal static class CoverageTerms
{
    private const int MostHolders = 1_000;

    public static readonly Shape Shape = new("a coverage", ["role", "holders"], ["in"]);

    public static Coverage? Read(Node node, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        ImmutableArray<Text> roles = Lists.OneOr("all of", fields, "role");
        (int Count, bool Exactly)? holders = fields.Text("holders") is { } text ? Holders(text, faults) : null;
        string? system = fields.Lower("in");
        return roles.IsEmpty || holders is not { } held ? null : new(roles.Lower(), held.Count, held.Exactly) { In = system };
    }

    private static (int, bool)? Holders(Text text, FaultList faults)
    {
        bool exactly = text.Value.StartsWith("exactly ", StringComparison.Ordinal);
        bool atLeast = text.Value.StartsWith("at least ", StringComparison.Ordinal);
        int? count = NumberText.Whole(text.Value.Split(' ')[^1]);
        bool isWhole = text.Value == $"{(exactly ? "exactly" : "at least")} {count}";
        if ((exactly || atLeast) && isWhole && count is { } number && number <= MostHolders)
        {
            if (exactly || number >= 1)
                return (number, exactly);
            faults.Add(text.At, $"{Quote.Of(text.Value)} always holds", "at least 1");
        }
        else
        {
            faults.Add(text.At, $"{Quote.Of(text.Value)} is no number of holders: it is 'exactly N' or 'at least N'", Meant(text.Value, count));
        }
        return null;
    }

    private static string? Meant(string written, int? count)
    {
        if (count is not { } number || number > MostHolders)
            return null;
        string before = written[..^written.Split(' ')[^1].Length].TrimEnd();
        string? word = before.Length == 0 ? "exactly" : Nearest.To(before, ["exactly", "at least"]);
        return word is null || (word == "at least" && number == 0) ? null : $"{word} {number}";
    }
}
