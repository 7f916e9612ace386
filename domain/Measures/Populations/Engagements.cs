using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Every engagement, whatever its status.</summary>
public static class Engagements
{
    public static Population Word { get; } = new("engagement", Sources.Engagements, [new(Sources.Engagements, "account_id", "started_on")], Of);

    private static IEnumerable<Case> Of(AccountView view) => view.Engagements.Select(e => Case(view, e)).Concat(view.RefusedEngagements());

    internal static Case Case(AccountView view, Engagement engagement) =>
        new("engagement", engagement.Id.Value) { Name = engagement.Name, Engagement = engagement, Began = engagement.StartedOn, Refused = view.LostRowOf(engagement) };
}
