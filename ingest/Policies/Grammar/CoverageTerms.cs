using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>The terms of a Coverage: <c>{ role: account lead, holders: exactly 1, in: psa }</c>.</summary>
internal static class CoverageTerms
{
    private const int MostHolders = 1_000;

    public static readonly Shape Shape = new("a coverage", [], ["role", "document", "days", "holders", "in", "with", "within"]);
    private static readonly Shape With = new("'with'", [CareerLevel.Attribute], []);

    // What goes with which of the three.
    private static readonly ImmutableArray<(string Key, string Of)> Beside = [("holders", "role"), ("in", "role"), ("with", "role"), ("within", "days")];

    public static IPromise? Read(Node node, Words words, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        string? kind = fields.ExactlyOne("role", "document", "days");
        if (kind == "document")
            fields.Needs(kind, "a document in force", Fits.Documents, words);
        foreach ((string key, string of) in Beside.Where(b => kind is not null && b.Of != kind))
            fields.Refuse(key, $"{Quote.Of(key)} beside {Quote.Of(kind ?? "")}: it goes with {Quote.Of(of)}");
        return kind switch
        {
            "role" => OfRole(fields, words),
            "document" => Lists.OneOr("all of", fields, "document") is { IsEmpty: false } kinds ? new DocumentCoverage(FileWords.Documents(kinds, faults)) : null,
            "days" => OfDays(fields, node.At, words),
            _ => null,
        };
    }

    private static Coverage? OfRole(Fields fields, Words words)
    {
        ImmutableArray<Text> roles = Lists.OneOr("all of", fields, "role");
        if (fields["holders"] is null)
            fields.Refuse("role", "a coverage of a role needs 'holders'");
        (int Count, bool Exactly)? holders = fields.Text("holders") is { } text ? Holders(text, fields.Faults) : null;
        foreach (Text role in roles)
            if (Clash(role, words) is { } clash)
                fields.Faults.Add(role.At, clash);
        string? system = fields.Text("in") is { } named ? FileWords.System(named, fields.Faults) : null;
        CareerLevel? level = fields.Part("with", With)?.Text(CareerLevel.Attribute) is { } least ? Level(least, words, fields.Faults) : null;
        return roles.IsEmpty || holders is not { } held ? null : new(FileWords.Roles(roles, fields.Faults, Coverage.Owner), held.Count, held.Exactly) { In = system, With = level };
    }

    private static string? Clash(Text role, Words words) => role.Value.Equals(Coverage.Owner, StringComparison.OrdinalIgnoreCase)
        ? Together.Clash(Quote.Of(Coverage.Owner), Fits.Owner, words)
        : Together.Clash("a role that people hold", Fits.Roles, words);

    private static DayCoverage? OfDays(Fields fields, Place at, Words words)
    {
        DaySet? days = fields.Word("days", Together.DaySet, words);
        DaySet? within = fields.Word("within", Together.DaySet, words);
        if (fields["within"] is null)
            fields.Faults.Add(at, "a coverage of days needs 'within'");
        else if (days is not null && days == within)
            fields.Refuse("within", $"'within' names the same days: {Quote.Of(within.Name)}");
        else if (words.ForEach?.GoesWith.Days.FirstOrDefault(d => d.Days == within && d.Within == days) is { Days: not null } turned)
            fields.Refuse("within", $"the other way round: {Quote.Of(turned.Days.Name)} lie within a {turned.Within.Name}");
        return days is null || within is null ? null : new(days, within);
    }

    private static CareerLevel? Level(Text text, Words words, FaultList faults)
    {
        const string AtLeast = "at least ";
        string level = text.Value.StartsWith(AtLeast, StringComparison.Ordinal) ? text.Value[AtLeast.Length..].Trim() : "";
        bool isKnown = level == CareerLevel.OfTheLead || words.CareerLevels.IsEmpty || words.CareerLevels.Contains(level);
        if (level.Length > 0 && isKnown)
            return new(level);
        string? meant = Nearest.To(level.Length > 0 ? level : text.Value, [CareerLevel.OfTheLead, .. words.CareerLevels]);
        faults.Add(text.At, $"{Quote.Of(text.Value)} is no career level: it is 'at least' and one of firm.yaml, or 'at least lead level'", meant is null ? null : AtLeast + meant);
        return null;
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
