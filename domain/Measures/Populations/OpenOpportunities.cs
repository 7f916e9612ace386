using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Opportunities that are pursued.</summary>
public static class OpenOpportunities
{
    public static Population Word { get; } = new("open opportunity", Sources.Opportunities, [new(Sources.Opportunities, "system", "account_id", "status")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each opportunity that is open: the CRM's status decides, and that of another system only where the CRM has none.",
        "It belongs to one account, as `opportunity` says.")
    {
        With = ["opportunity"],
        Example = """
            - id: pursuits-led
              title: Each open pursuit has a sales lead
              for each: open opportunity
              coverage: { role: sales lead, holders: at least 1 }
              alert per: account
            """,
    };

    private static IEnumerable<Case> Of(AccountView view) =>
        Opportunities.Word.Of(view).Where(c => c.Refused is not null || Opportunities.IsOpen(c.Records.FirstOrDefault(r => r.System == "crm") ?? c.Records.FirstOrDefault(r => r.System == "psa") ?? c.Records[0])).Select(c => c with { Opportunity = c.Subject });
}
