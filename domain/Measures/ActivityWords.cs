using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>How sentences speak of a kind of activity: most are held, some are things that are brought up to date, or sent.</summary>
/// <param name="Noun">What is missing where there is none: <c>update of the stakeholder map</c>.</param>
/// <param name="Order">What to do for one more; null where it is held.</param>
/// <param name="OrderOfOne">The same where it is about one person, whose id takes the place of <see cref="CadenceBasis.Whose"/>; null where the person does it.</param>
internal sealed record ActivityWords(string Noun, string? Order, string? OrderOfOne = null)
{
    private static readonly Dictionary<string, ActivityWords> ByKind = new()
    {
        ["iso review"] = new("ISO review", null),
        ["gdpr review"] = new("GDPR review", null),
        ["people movements"] = new("people movements meeting", null),
        ["three minds"] = new("three minds talk", null),
        ["delivery report"] = new("delivery report", "send a delivery report"),
        ["satisfaction survey"] = new("satisfaction survey", "ask for the customer's satisfaction"),
        ["value add"] = new("value add", "offer something of value beyond the contract"),
        ["stakeholder map"] = new("update of the stakeholder map", "update the stakeholder map"),
        ["competency matrix"] = new("update of the competency matrix", "update the competency matrix"),
        ["account plan"] = new("revision of the account plan", "revise the account plan"),
        ["plan contribution"] = new("contribution to the plan", "contribute to the plan"),
        ["strategy canvas"] = new("review of the strategy canvas", "review the strategy canvas"),
        ["development plan"] = new("review of the development plan", "review the development plan", $"review the development plan of {CadenceBasis.Whose}"),
        ["succession plan"] = new("review of the succession plan", "review the succession plan", $"review the succession plan for {CadenceBasis.Whose}"),
    };

    /// <summary>What to do for one more that is about one person.</summary>
    public string PersonalOrder => OrderOfOne ?? $"have {CadenceBasis.Whose} {Order ?? $"hold {Noun.WithArticle()}"}";

    public static ActivityWords Of(string kind) => ByKind.GetValueOrDefault(kind) ?? new(kind, null);

    /// <summary>Of several kinds any one will do.</summary>
    public static ActivityWords Of(IReadOnlyCollection<string> kinds)
    {
        ActivityWords[] all = [.. kinds.Select(Of)];
        string[] orders = [.. all.Select(w => w.Order ?? $"hold {w.Noun.WithArticle()}")];
        return all switch
        {
            [] => new("meeting", null),
            [{ } one] => one,
            _ => new(string.Join(" or ", all.Select(w => w.Noun)), all.All(w => w.Order is null) ? null : string.Join(" or ", orders)),
        };
    }
}
