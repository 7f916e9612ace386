using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Opportunities that are pursued: open by the CRM, or by the first system in order of names where the CRM does not know it.</summary>
public static class OpenOpportunities
{
    public static Population Word { get; } = new("open opportunity", Sources.Opportunities, [new(Sources.Opportunities, "system", "account_id", "status")], Of);

    private static IEnumerable<Case> Of(AccountView view) =>
        Opportunities.Word.Of(view).Where(c => c.Refused is not null || Opportunities.IsOpen(c.Records.FirstOrDefault(r => r.System == "crm") ?? c.Records[0])).Select(c => c with { Opportunity = c.Subject });
}
