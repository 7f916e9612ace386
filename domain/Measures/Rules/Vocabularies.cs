using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>Which words the plain files may use.</summary>
public static class Vocabularies
{
    private const string RisksOwned = """
        - id: risks-owned
          title: Each open risk or issue has an owner
          for each: open risk or issue
          coverage: { role: owner, holders: at least 1 }
          alert per: account
        """;

    private const string OneLead = """
        - id: one-lead
          title: Each account has exactly one account lead
          for each: account
          coverage: { role: account lead, holders: exactly 1, in: psa }
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("known words", new(
            "Status, kind, role, figure, category, importance, evidence and system are checked while files are read, case ignored.",
            "Known are the words that these rules name and those that the policy's measures or `meetings` name; an absence's kind and categories of hours are free.",
            "A row with a word that nobody knows is set aside and makes what it names `unknown`; it never reads as not active.")
        {
            With = ["importance", "role"],
            Example = RisksOwned,
        }),
        new("words of the firm", new(
            "`words` in firm.yaml maps a word of the firm's to ours, or to `ignored`, which leaves such rows out; case is ignored, and it holds for all files.",
            "A file's unknown words are reported once each with count, first line and the nearest word, as lines to paste there.",
            "Such rows do not count towards the 0.5 % that refuses a file.")
        {
            With = ["known words"],
            Example = RisksOwned,
        }),
        new("statuses", new(
            "Accounts are `active`, `prospect`, `on hold` or `closed`; engagements `active`, `planned`, `on hold`, `completed` or `closed`; opportunities `open`, `won` or `lost`.",
            "A blank status is active for accounts and engagements, and open for invoices and opportunities.")
        {
            With = ["active", "known words"],
            Example = OneLead,
        })
        {
            Needs = [new(Sources.Accounts, "status"), new(Sources.Engagements, "status"), new(Sources.Opportunities, "status")],
        },
        new("invoice statuses", new(
            "Void: `void`, `voided`, `deleted`, `cancelled`, `canceled`, `uncollectible`, `written off`; draft: `draft`, `awaiting approval`, `submitted`, `unsent`.",
            "Open: `open`, `sent`, `authorised`, `authorized`, `awaiting payment`, `approved`, `overdue`, `partial`, `viewed`; paid: `paid`, `closed`.",
            "Drafts and voids count for nothing.")
        {
            With = ["invoice", "known words"],
            Example = """
                - id: debt-collected
                  title: No debt is more than 30 days overdue
                  for each: invoice
                  deadline: { done: paid, within: 30 days, after: due date }
                  warn: 7 days
                  severity: high
                  alert on old: yes
                  roll up: ageing
                """,
        })
        {
            Needs = [new(Sources.Invoices, "status")],
        },
        new("roles", new(
            "Roles are account lead, delivery lead, technology lead, sales lead, relationship lead, delivery consultant, core, extended, partner, corporate, deputy and customer success.",
            "Stakeholder roles of contacts are executive, sponsor, product owner, head of department, finance and procurement.",
            "Others that the policy's measures name are known too.")
        {
            With = ["role", "stakeholder role", "known words"],
            Example = OneLead,
        })
        {
            Needs = [new(Sources.Roles, "role"), new(Sources.Contacts, "stakeholder_role")],
        },
        new("kinds", new(
            "Items are of the kinds data mapping, milestone, obligation, risk, issue, action, escalation, open role, checks, clearance, equipment, roll-off plan and offboarding.",
            "Activities may also be `visit`, `call` or `meeting`.",
            "Categories of hours are free; `personal development`, `training` and `firm` are development.")
        {
            With = ["known words", "activity", "development time"],
            Example = RisksOwned,
        })
        {
            Needs = [new(Sources.Items, "kind"), new(Sources.Activities, "kind"), new(Sources.Time, "category")],
        },
    ];
}
