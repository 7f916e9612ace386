using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Anchors;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The agreements that an account needs beside its statements of work (IW).</summary>
public static class LegalDocuments
{
    private static readonly string[] Kinds = ["msa", "ccsa", "nda"];

    public static Population Word { get; } = new("legal document", Sources.Accounts,
        [.. Accounts.Word.Needs, new(Sources.Engagements, "account_id")], view => Accounts.Word.Of(view).SelectMany(account => Of(view, account))) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each of MSA, CCSA and NDA of an account that has an engagement; the account's documents of kinds `msa`, `ccsa` and `nda` answer for them.",
        "Of several documents of a kind, the one completed first decides; without a document it is not done.",
        "They are begun when work commences.")
    {
        With = ["begun before the end"],
        Example = """
            - id: contracts-first
              title: MSA, CCSA and NDA are reviewed, signed and recorded before work commences
              for each: legal document
              deadline: { done: { all of: [reviewed by legal, signed by all parties, recorded] }, before: work start }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view, Case account) =>
        from began in view.Engagements.Count > 0 ? [WorkStart.Of(view, null)] : Array.Empty<LocalDate?>()
        from kind in Kinds
        select account with
        {
            Noun = "legal document",
            Subject = kind,
            Name = null,
            Called = kind.ToUpperInvariant(),
            Began = began,
            CandidateType = kind,
            Candidates = [.. view.Items(ItemKinds.Document).Where(d => d.Type == kind && d.IsRecordedBy(view.Today))],
        };
}
