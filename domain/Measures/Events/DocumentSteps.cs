using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Events;

/// <summary>The four steps of a legal document, each on the day that the document's own row gives.</summary>
public static class DocumentSteps
{
    public static Event ReviewedByLegal { get; } = Step("reviewed by legal", it => $"have legal review {it}", "reviewed_by_legal_on", ItemDay.ReviewedByLegal) with { Meaning = MeaningOfReviewedByLegal };

    private static Meaning MeaningOfReviewedByLegal => new(
        "The document's own row has its `reviewed_by_legal_on`, on or before the day judged.",
        "The step counts whatever the order of the steps.")
    {
        Example = """
            - id: contract-reviewedbylegal
              title: The statement of work is reviewed by legal before work commences
              for each: statement of work
              deadline: { done: reviewed by legal, before: work start }
            """,
    };

    public static Event AgreedByBoard { get; } = Step("agreed with the local board", it => $"agree {it} with the local board", "agreed_by_board_on", ItemDay.AgreedByBoard) with { Meaning = MeaningOfAgreedByBoard };

    private static Meaning MeaningOfAgreedByBoard => new(
        "The document's own row has its `agreed_by_board_on`, on or before the day judged.",
        "It is asked of statements of work, and not of the account's MSA, CCSA and NDA.")
    {
        Example = """
            - id: contract-agreedbyboard
              title: The statement of work is agreed with the local board before work commences
              for each: statement of work
              deadline: { done: agreed with the local board, before: work start }
            """,
    };

    public static Event SignedByAll { get; } = Step("signed by all parties", it => $"have all parties sign {it}", "signed_by_all_on", ItemDay.SignedByAll) with { Meaning = MeaningOfSignedByAll };

    private static Meaning MeaningOfSignedByAll => new(
        "The document's own row has its `signed_by_all_on`, on or before the day judged.",
        "The column is filled only when the last party has signed.")
    {
        Example = """
            - id: contract-signedbyall
              title: The statement of work is signed by all parties before work commences
              for each: statement of work
              deadline: { done: signed by all parties, before: work start }
            """,
    };

    public static Event Recorded { get; } = Step("recorded", it => $"record {it}", "recorded_on", ItemDay.Recorded) with { Meaning = MeaningOfRecorded };

    private static Meaning MeaningOfRecorded => new(
        "The document's own row has its `recorded_on`, on or before the day judged.",
        "A document that is recorded after the day judged does not exist yet.")
    {
        Example = """
            - id: contract-recorded
              title: The statement of work is recorded before work commences
              for each: statement of work
              deadline: { done: recorded, before: work start }
            """,
    };

    /// <param name="order">What to do with a document, by its id or as <c>it</c>.</param>
    private static Event Step(string name, Func<string, string> order, string column, ItemDay day) =>
        new(name, name, order("it"), [new(Sources.Documents, "engagement_id", "kind", column)], (view, subject) => Outcome.If(subject.Item?.By(view.Today, day)))
        {
            RemedyFor = (_, subject) => subject.Item is { } document ? order(document.Id) : null,
        };
}
