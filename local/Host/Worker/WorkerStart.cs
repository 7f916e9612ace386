using System.Net.Sockets;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Worker;

/// <summary>The steps from a new process to a worker that can be used. Each waits for its answer: messages keep no order there.</summary>
internal sealed class WorkerStart(WorkerProcess process, WorkerChannel channel, string appFolder)
{
    private const string HostVersion = "4.1049.0";
    private static readonly TimeSpan BetweenKnocks = TimeSpan.FromMilliseconds(20);

    /// <summary>Completes the sentence "the worker did not ...".</summary>
    public string Step { get; private set; } = "connect";

    public async Task<LiveWorker> RunAsync(CancellationToken cancellationToken)
    {
        await channel.Connected.WaitAsync(cancellationToken);
        Uri? http = await IntroduceAsync(cancellationToken);
        IReadOnlyList<RpcFunctionMetadata> functions = await ListAsync(cancellationToken);
        Step = "load its functions";
        await Task.WhenAll(functions.Select(function => LoadAsync(function, cancellationToken)));
        if (http is not null)
        {
            Step = $"listen on {http}";
            await KnockAsync(http, cancellationToken);
        }

        return new LiveWorker(process, channel, http, functions);
    }

    private async Task<Uri?> IntroduceAsync(CancellationToken cancellationToken)
    {
        Step = "answer the host's first message";
        var request = new WorkerInitRequest { HostVersion = HostVersion, WorkerDirectory = appFolder, FunctionAppDirectory = appFolder };
        StreamingMessage answer = await channel.AskAsync(new StreamingMessage { WorkerInitRequest = request }, cancellationToken);
        answer.WorkerInitResponse?.Result.Require("the worker could not start");
        string? http = answer.WorkerInitResponse?.Capabilities.GetValueOrDefault("HttpUri");
        return string.IsNullOrEmpty(http) ? null : new Uri(http);
    }

    private async Task<IReadOnlyList<RpcFunctionMetadata>> ListAsync(CancellationToken cancellationToken)
    {
        Step = "list its functions";
        var request = new FunctionsMetadataRequest { FunctionAppDirectory = appFolder };
        StreamingMessage answer = await channel.AskAsync(new StreamingMessage { FunctionsMetadataRequest = request }, cancellationToken);
        FunctionMetadataResponse? listed = answer.FunctionMetadataResponse;
        (listed?.Result).Require("the worker could not list its functions");
        if (listed!.UseDefaultMetadataIndexing)
        {
            throw new HostException(
                "the worker does not list its functions itself: build the app with Microsoft.Azure.Functions.Worker.Sdk 2.");
        }

        return listed.FunctionMetadataResults;
    }

    private async Task LoadAsync(RpcFunctionMetadata function, CancellationToken cancellationToken)
    {
        // As received: the worker builds its own definition from it.
        var request = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
        StreamingMessage answer = await channel.AskAsync(new StreamingMessage { FunctionLoadRequest = request }, cancellationToken);
        (answer.FunctionLoadResponse?.Result).Require($"function {function.Name} could not be loaded");
    }

    // The worker may begin to listen after its last answer, and tells nobody when it does.
    private static async Task KnockAsync(Uri http, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(http.Host, http.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(BetweenKnocks, cancellationToken);
            }
        }
    }
}
