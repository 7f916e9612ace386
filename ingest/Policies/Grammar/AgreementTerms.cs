using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>The terms of an Agreement: <c>{ record: opportunity, in: [crm, psa], same: [stage], within: { value: 10 % } }</c>, or <c>{ role: account lead, in: [psa, crm] }</c>.</summary>
internal static class AgreementTerms
{
    public static readonly Shape Shape = new("an agreement", ["in"], ["record", "role", "same", "within"]);

    private static readonly ImmutableArray<string> Records = ["opportunity"];

    // What every system says of a record in words, and in numbers.
    private static readonly ImmutableArray<string> Compared = [Agreement.Stage, "status"];
    private static readonly ImmutableArray<string> Near = [Agreement.Value];

    public static Agreement? Read(Node node, Words words, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        ImmutableArray<Text> systems = fields.Texts("in");
        bool ofRole = fields.ExactlyOne("record", "role") == "role";
        if (ofRole)
            fields.Needs("role", "a role in several systems", Fits.Systems, words);
        else
            fields.Needs("record", "a record in several systems", Fits.Records, words);
        return ofRole ? OfRole(fields, systems) : OfRecord(fields, systems);
    }

    private static Agreement? OfRecord(Fields fields, ImmutableArray<Text> systems)
    {
        string? record = fields.Text("record") is { } text ? Choices.Read(text with { Value = text.Value.ToLowerInvariant() }, "record", Records, fields.Faults) : null;
        if (fields["in"] is Sequence { Items: { Length: not 2 and > 0 } items } list)
            fields.Faults.Add(list.At, $"an agreement is between two systems, not {items.Length}");
        ImmutableArray<Text> same = fields.Texts("same");
        foreach (Text field in same)
            Choices.Read(field, "same", Compared, fields.Faults);
        IReadOnlyDictionary<string, decimal> within = Within(fields, same);
        return record is null || systems.Length != 2 ? null : new(record, Systems(systems, fields.Faults), [.. same.Select(t => t.Value)], within);
    }

    private static Agreement? OfRole(Fields fields, ImmutableArray<Text> systems)
    {
        string? role = fields.Text("role") is { } text ? FileWords.Roles([text], fields.Faults)[0] : null;
        if (fields["in"] is Sequence { Items.Length: 1 } list)
            fields.Faults.Add(list.At, "an agreement is between two systems or more, not 1");
        foreach (string key in new[] { "same", "within" })
            fields.Refuse(key, $"{Quote.Of(key)} beside 'role': of a role, who holds it is compared");
        return role is null || systems.Length < 2 ? null : Agreement.OfRole(role, Systems(systems, fields.Faults));
    }

    private static ImmutableArray<string> Systems(ImmutableArray<Text> systems, FaultList faults) => [.. systems.Select(s => FileWords.System(s, faults)).OfType<string>()];

    private static Dictionary<string, decimal> Within(Fields fields, ImmutableArray<Text> same)
    {
        Dictionary<string, decimal> within = new(StringComparer.OrdinalIgnoreCase);
        foreach ((Text field, Text share) in Pairs.Read(fields, "within"))
        {
            if (same.Any(t => t.Value.Equals(field.Value, StringComparison.OrdinalIgnoreCase)))
                fields.Faults.Add(field.At, $"{Quote.Of(field.Value)} is also in 'same': it is either equal or within a share");
            else
                Choices.Read(field, "within", Near, fields.Faults);
            if (NumberText.Percent(share, fields.Faults) is { } percent)
                within[field.Value] = percent;
        }
        return within;
    }
}
