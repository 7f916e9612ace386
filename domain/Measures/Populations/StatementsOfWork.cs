using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Anchors;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The statement of work of every engagement; of several documents the one completed first decides.</summary>
public static class StatementsOfWork
{
    private const string DocumentType = "sow";

    public static Population Word { get; } = new("statement of work", Sources.Engagements,
        [new(Sources.Engagements, "account_id", "started_on")], Of);

    private static IEnumerable<Case> Of(AccountView view) => view.Engagements.Select(engagement => Engagements.Case(view, engagement) with
    {
        Noun = "statement of work",
        Began = WorkStart.Of(view, engagement),
        CandidateType = DocumentType,
        Candidates = [.. view.ItemsOf(ItemKinds.Document, engagement.Id).Where(d => d.Type == DocumentType && d.IsRecordedBy(view.Today))],
    }).Concat(view.RefusedEngagements());
}
