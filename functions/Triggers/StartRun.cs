using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;

namespace Plumbline.Functions.Triggers;

/// <summary>Starts runs: every hour, five past, and when asked. A run is made behind the queue; who asked is told its id, and finds it in <c>runs</c>.</summary>
public sealed class StartRun(RunStart start, KnownAccounts accounts)
{
    private const string Hourly = "0 5 * * * *";

    [Function("StartRun")]
    public Task ByTimer([TimerTrigger(Hourly)] TimerInfo timer, CancellationToken cancellationToken) => start.StartAsync([], "timer", cancellationToken);

    [Function("StartRunNow")]
    public async Task<IResult> ByRequest([HttpTrigger(AuthorizationLevel.Function, "post", Route = "runs")] HttpRequest request, CancellationToken cancellationToken)
    {
        Query.None(request);
        RunOrder order = await RunOrder.ReadAsync(request, cancellationToken);
        await accounts.DemandAsync(order.Accounts, cancellationToken);
        return new JsonAnswer<RunAnswer>(StatusCodes.Status202Accepted, new(await start.StartAsync(order.Accounts, "request", cancellationToken)));
    }
}
