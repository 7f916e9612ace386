using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>The kinds of word that plain files hold and that are checked while they are read.</summary>
public enum WordKind { AccountStatus, EngagementStatus, OpportunityStatus, InvoiceStatus, Importance, Role, StakeholderRole, Item, Document, Activity, Figure, Evidence, System }

/// <summary>
/// The words that plain files may use, in lower case (MEASURES, Known words): those that are known to everybody, those that the measures
/// and meetings of a policy name, and the firm's own with what they stand for. A row with any other word cannot be used.
/// </summary>
/// <param name="Own">A firm's word to one of ours, or to <see cref="Ignored"/>, for all files.</param>
public sealed record KnownWords(ImmutableDictionary<WordKind, ImmutableHashSet<string>> ByKind, ImmutableDictionary<string, string> Own)
{
    /// <summary>A row with a word that stands for this is left out.</summary>
    public const string Ignored = "ignored";

    private static readonly (string Ours, string[] Theirs)[] InvoiceStatuses =
    [
        ("void", ["void", "voided", "deleted", "cancelled", "canceled", "uncollectible", "written off"]),
        ("draft", ["draft", "awaiting approval", "submitted", "unsent"]),
        ("open", ["open", "sent", "authorised", "authorized", "awaiting payment", "approved", "overdue", "partial", "viewed"]),
        ("paid", ["paid", "closed"]),
    ];

    private static readonly ImmutableDictionary<string, string> StatusOfInvoice =
        InvoiceStatuses.SelectMany(s => s.Theirs.Select(t => (Theirs: t, s.Ours))).ToImmutableDictionary(p => p.Theirs, p => p.Ours);

    /// <summary>Those that are known whatever the policy.</summary>
    public static KnownWords Common { get; } = new(new Dictionary<WordKind, ImmutableHashSet<string>>
    {
        [WordKind.AccountStatus] = ["active", "prospect", "on hold", "closed"],
        [WordKind.EngagementStatus] = ["active", "planned", "on hold", "completed", "closed"],
        [WordKind.OpportunityStatus] = ["open", "won", "lost"],
        [WordKind.InvoiceStatus] = [.. StatusOfInvoice.Keys],
        [WordKind.Importance] = ["strategic", "key", "standard"],
        [WordKind.Role] =
        [
            "account lead", "delivery lead", "technology lead", "sales lead", "relationship lead", "delivery consultant", "core", "extended", "partner", "corporate", "deputy", "customer success",
        ],
        [WordKind.StakeholderRole] = ["executive", "sponsor", "product owner", "head of department", "finance", "procurement"],
        [WordKind.Item] =
        [
            .. ItemKinds.OfAccounts, ItemKinds.Checks, ItemKinds.Clearance, ItemKinds.Equipment, ItemKinds.RollOffPlan, ItemKinds.Offboarding,
        ],
        [WordKind.Document] = ["msa", "ccsa", "nda", "sow", "account plan", "mission"],
        [WordKind.Activity] =
        [
            "visit", "call", "meeting", "service review", "one-to-one", "retrospective", "squad health check", "account retrospective", "account plan", "plan contribution", "account team meeting",
            "competency matrix", "delivery report", "delivery report-out", "sales meeting", "development plan", "finance review", "gdpr review", "iso review", "security review", "people movements",
            "quality review", "relationship review", "risk review", "roadmap review", "satisfaction survey", "social event", "stakeholder map", "strategy canvas", "succession plan", "three minds", "value add",
        ],
        [WordKind.Figure] = ["satisfaction", "engagement score", "share who answered", "capabilities engaged", "cost"],
        [WordKind.Evidence] = ["scheduled", "accepted", "held", "confirmed"],
        [WordKind.System] = ["psa", "crm", "ledger"],
    }.ToImmutableDictionary(), ImmutableDictionary<string, string>.Empty);

    /// <summary>The common ones and those of the policies.</summary>
    public static KnownWords From(params IEnumerable<Policy> policies)
    {
        KnownWords known = Common;
        foreach (Policy policy in policies)
        {
            foreach (Need need in policy.ById.Values.SelectMany(m => m.NeedsByAnyTerms))
                if (KindOf(need.Source) is { } kind)
                    known = known.With(kind, need.Kinds);
            known = known.With(WordKind.Activity, policy.Meetings.Select(m => m.Kind)) with { Own = known.Own.SetItems(policy.OwnWords) };
        }
        return known;
    }

    /// <summary>Our word for a word of a file, or <see cref="Ignored"/>; null for an unknown word.</summary>
    /// <param name="word">In lower case.</param>
    public string? Find(WordKind kind, string word)
    {
        string ours = Own.GetValueOrDefault(word, word);
        if (ours == Ignored)
            return Ignored;
        if (!ByKind[kind].Contains(ours))
            return null;
        return kind == WordKind.InvoiceStatus ? StatusOfInvoice.GetValueOrDefault(ours, ours) : ours;
    }

    private KnownWords With(WordKind kind, IEnumerable<string> words) => this with { ByKind = ByKind.SetItem(kind, ByKind[kind].Union(words)) };

    private static WordKind? KindOf(string source) => source switch
    {
        Sources.Roles => WordKind.Role,
        Sources.Items => WordKind.Item,
        Sources.Documents => WordKind.Document,
        Sources.Activities => WordKind.Activity,
        Sources.Readings => WordKind.Figure,
        _ => null,
    };
}
