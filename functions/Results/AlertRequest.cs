using Microsoft.AspNetCore.Http;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>Which alerts are asked for: open ones of every account, measure, severity and owner unless it says otherwise.</summary>
public sealed record AlertRequest(string? Account, string? State, string? Measure, string? Severity, string? Owner)
{
    private const string Open = "open";
    private const string All = "all";

    internal static string? OpenAlerts => new AlertRequest(null, Open, null, null, null).Filter;

    public static AlertRequest Of(HttpRequest request)
    {
        Query query = Query.Of(request, "account", "state", "severity", "measure", "owner");
        return new(query["account"], query["state"], query["measure"], query["severity"], query["owner"])
        {
            Coding = ContentCoding.Of(request),
        };
    }

    /// <summary>How the answer is compressed; null where it is not.</summary>
    internal string? Coding { get; private init; }

    internal string? Partition => Account is { } account ? Rows.Partition(Keys.Escape(account)) : null;

    internal string? Filter => Rows.And(
        Rows.Alerts, OfState(State ?? Open), ColumnFilter.OfWord("severity", Severity, SeverityNames.All), ColumnFilter.OfMeasure(Measure), ColumnFilter.OfId("owner", Owner));

    private static string? OfState(string state) => state switch
    {
        Open => "(state eq 'at risk' or state eq 'breached')",
        All => null,
        _ when AlertRow.StateNames.Contains(state) => ColumnFilter.OfWord("state", state, AlertRow.StateNames),
        _ => ColumnFilter.OfWord("state", state, [Open, .. AlertRow.StateNames, All]),
    };
}
