using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Traces;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Opportunities that are pursued: those whose status is <c>open</c>, as the first system in order of names says that gives one.</summary>
public static class OpenOpportunities
{
    private const string Status = "status";

    public static Population Word { get; } = new("open opportunity", Sources.Opportunities, [new(Sources.Opportunities, "system", "account_id", Status)], Of) { GoesWith = new() { Traces = [RecordUpdated.Word], Fits = Fits.Roles | Fits.Records }, Meaning = Meaning };

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
        Opportunities.Word.Of(view).Where(c => c.Refused is not null || IsOpen(c)).Select(c => c with { Opportunity = c.Subject });

    private static bool IsOpen(Case opportunity)
    {
        foreach (Record record in opportunity.Records)
            if (record.Fields.TryGetValue(Status, out string? status))
                return status.Equals("open", StringComparison.OrdinalIgnoreCase);
        return false;
    }
}
