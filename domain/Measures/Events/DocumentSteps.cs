using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Events;

/// <summary>The four steps of a legal document, each on the day that the document's own row gives.</summary>
public static class DocumentSteps
{
    public static Event ReviewedByLegal { get; } = Step("reviewed by legal", "have legal review it", "reviewed_by_legal_on", ItemDay.ReviewedByLegal);

    public static Event AgreedByBoard { get; } = Step("agreed with the local board", "agree it with the local board", "agreed_by_board_on", ItemDay.AgreedByBoard);

    public static Event SignedByAll { get; } = Step("signed by all parties", "have all parties sign it", "signed_by_all_on", ItemDay.SignedByAll);

    public static Event Recorded { get; } = Step("recorded", "record it", "recorded_on", ItemDay.Recorded);

    private static Event Step(string name, string remedy, string column, ItemDay day) =>
        new(name, name, remedy, [new(Sources.Documents, "engagement_id", "kind", column)], (view, subject) => Outcome.If(subject.Item?.By(view.Today, day)));
}
