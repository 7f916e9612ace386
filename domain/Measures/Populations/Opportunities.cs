using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Opportunities as the CRM and the PSA know them (IW).</summary>
public static class Opportunities
{
    private const string Kind = "opportunity";
    private const string Open = "open";

    public static Population Word { get; } = new("opportunity", Sources.Opportunities, [new(Sources.Opportunities, "system", "account_id", "status", "updated_on")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each opportunity that is open in either system or was updated within the look-back; the subject is its id.",
        "It belongs to the account that the first system to name one gives it.")
    {
        With = ["record"],
        Example = """
            - id: pipelines-agree
              title: Each opportunity stands in the CRM and the PSA alike
              for each: opportunity
              agreement: { record: opportunity, in: [crm, psa], same: [status, stage], within: { value: 10 % } }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        Dictionary<string, Case> refused = view.RefusedRows(Sources.Opportunities, Kind).ToDictionary(c => c.Subject, c => c with { Occasion = null });
        LocalDate lookBack = view.Today.PlusMonths(-view.Firm.Policy.LookBackMonths);
        foreach (string id in view.Records.Where(r => r.Kind == Kind).Select(r => r.Id).Distinct(StringComparer.Ordinal))
        {
            Record[] records = [.. view.Firm.RecordsOf(Kind, id).OrderBy(r => r.System, StringComparer.Ordinal)];
            if (records.First(r => r.Account is not null).Account == view.Account.Id && !refused.ContainsKey(id) && records.Any(r => r.System is "crm" or "psa" && (IsOpen(r) || r.UpdatedOn >= lookBack)))
                yield return new(Kind, id) { Records = [.. records], RowOf = Sources.Opportunities };
        }
        foreach (Case row in refused.Values)
            yield return row;
    }

    /// <summary>A blank status is open.</summary>
    internal static bool IsOpen(Record record) => record.Fields.GetValueOrDefault("status", Open).Equals(Open, StringComparison.OrdinalIgnoreCase);
}
