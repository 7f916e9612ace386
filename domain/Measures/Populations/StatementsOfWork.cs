using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Anchors;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The statement of work of every engagement; of several documents the one completed first decides.</summary>
public static class StatementsOfWork
{
    private const string DocumentType = "sow";

    public static Population Word { get; } = new("statement of work", Sources.Engagements,
        [new(Sources.Engagements, "account_id", "started_on")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "The statement of work of every engagement: its documents of kind `sow`.",
        "Of several, the one completed first decides; an engagement without one is not done.",
        "The occasion is the day on which work commences, and on that day it is begun.")
    {
        With = ["begun before the end"],
        Example = """
            - id: contract-first
              title: The statement of work is reviewed, agreed, signed and recorded before work commences
              for each: statement of work
              deadline: { done: { all of: [reviewed by legal, agreed with the local board, signed by all parties, recorded] }, before: work start }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view) => view.Engagements.Select(engagement => Engagements.Case(view, engagement) with
    {
        Noun = "statement of work",
        Began = WorkStart.Of(view, engagement),
        CandidateType = DocumentType,
        Candidates = [.. view.ItemsOf(ItemKinds.Document, engagement.Id).Where(d => d.Type == DocumentType && d.IsRecordedBy(view.Today))],
    }).Concat(view.RefusedEngagements());
}
