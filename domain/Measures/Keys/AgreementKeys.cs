using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The keys of an Agreement.</summary>
public static class AgreementKeys
{
    private const string PipelinesAgree = """
        - id: pipelines-agree
          title: Each opportunity stands in the CRM and the PSA alike
          for each: opportunity
          agreement: { record: opportunity, in: [crm, psa], same: [status, stage], within: { value: 10 % } }
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("record", new(
            "The kind of record that is compared: `opportunity`, by its id.",
            "One that is in one system only is `breached`, reason `missing in crm` or `missing in psa`.",
            "Where one status must decide, as for `open opportunity`, it is that of the CRM.")
        {
            With = ["opportunity"],
            Example = PipelinesAgree,
        })
        {
            Needs = [new(Sources.Opportunities, "system", "account_id", "status")],
        },
        new("role", new(
            "The role whose holders on the day judged must be the same people in every system.",
            "A row without a system belongs to the first one.",
            "A system that names nobody is `missing in <system>`; other people are `holder differs`.")
        {
            With = ["holders", "assignments"],
            Example = """
                - id: lead-agreed
                  title: The PSA, the CRM and the ledger name the same account lead
                  for each: account
                  agreement: { role: account lead, in: [psa, crm, ledger] }
                """,
        })
        {
            Needs = [new(Sources.Roles, "system", "role", "person_id", "account_id", "engagement_id", "from", "to")],
        },
        new("in", new(
            "The systems that are compared, each with the first: two for a record, two or more for a role.",
            "The stage map of firm.yaml translates the stages of the first one.")
        {
            Example = PipelinesAgree,
        }),
        new("same", new(
            "The fields that must be equal, case ignored: `status` (open, won, lost), `stage`.",
            "A stage is compared through the stage map of firm.yaml, and one that the map does not name stands for itself.",
            "A difference is `status differs` or `stage differs`.")
        {
            Example = PipelinesAgree,
        })
        {
            Needs = [new(Sources.Opportunities, "status", "stage")],
        },
        new("within", new(
            "The fields that may differ by a share of the larger amount, such as `value: 10 %`; just that share is still the same.",
            "More is `value differs`, and different currencies are `currency differs`.",
            "A value in only one of the systems is `unknown(figure_incomplete)`.")
        {
            Example = PipelinesAgree,
        })
        {
            Needs = [new(Sources.Opportunities, "value", "currency")],
        },
    ];
}
