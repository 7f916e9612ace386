using System.Collections.Immutable;
using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Policies;

/// <summary>The terms of an Agreement: <c>{ record: opportunity, in: [crm, psa], same: [stage], within: { value: 10 % } }</c>.</summary>
internal static class AgreementTerms
{
    public static readonly Shape Shape = new("an agreement", ["record", "in"], ["same", "within"]);

    public static Agreement? Read(Node node, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        string? record = fields.Lower("record");
        ImmutableArray<Text> systems = fields.Texts("in");
        if (fields["in"] is Sequence { Items: { Length: not 2 and > 0 } items } list)
            faults.Add(list.At, $"an agreement is between two systems, not {items.Length}");
        ImmutableArray<Text> same = fields.Texts("same");
        ImmutableDictionary<string, decimal> within = Within(fields, same);
        return record is null || systems.Length != 2 ? null : new(record, systems.Lower(), [.. same.Select(t => t.Value)], within);
    }

    private static ImmutableDictionary<string, decimal> Within(Fields fields, ImmutableArray<Text> same)
    {
        var within = ImmutableDictionary.CreateBuilder<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach ((Text field, Text share) in Pairs.Read(fields, "within"))
        {
            if (same.Any(t => t.Value.Equals(field.Value, StringComparison.OrdinalIgnoreCase)))
                fields.Faults.Add(field.At, $"{Quote.Of(field.Value)} is also in 'same': it is either equal or within a share");
            if (NumberText.Percent(share, fields.Faults) is { } percent)
                within[field.Value] = percent;
        }
        return within.ToImmutable();
    }
}
