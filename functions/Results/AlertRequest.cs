using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>Which alerts are asked for: open ones of every account and measure unless it says otherwise.</summary>
public sealed record AlertRequest(string? Account, string? State, string? Measure)
{
    private const string Open = "open";
    private const string All = "all";
    private static readonly string[] States = ["at risk", "breached", "resolved"];

    internal static string? OpenAlerts => new AlertRequest(null, Open, null).Filter;

    public static AlertRequest Of(HttpRequest request) => new(Given(request, "account"), Given(request, "state"), Given(request, "measure"));

    internal string? Partition => Account is { } account ? Rows.Partition(Keys.Escape(account)) : null;

    internal string? Filter => Rows.And(Rows.Alerts, OfState(State ?? Open), Measure is { } measure ? OfMeasure(measure) : null);

    // The id of a measure needs no escape. What does is no measure's, and escaped it is not too long to ask for.
    private static string OfMeasure(string measure) => TableClient.CreateQueryFilter($"measure eq {Keys.Escape(measure)}");

    private static string? OfState(string state) => state switch
    {
        Open => "(state eq 'at risk' or state eq 'breached')",
        All => null,
        _ when States.Contains(state) => TableClient.CreateQueryFilter($"state eq {state}"),
        _ => throw new RefusedException(400, "unknown_state", $"The state is {Open}, {string.Join(", ", States)} or {All}."),
    };

    private static string? Given(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;
}
