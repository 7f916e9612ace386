using System.Collections.Concurrent;
using Grpc.Core;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Worker;

/// <summary>Where workers connect; lets in those that this host started, by the id that it gave them.</summary>
internal sealed class WorkerDoor
{
    private readonly ConcurrentDictionary<string, WorkerChannel> expected = new(StringComparer.Ordinal);

    public void Expect(string workerId, WorkerChannel channel) => expected[workerId] = channel;

    public void Forget(string workerId) => expected.TryRemove(workerId, out _);

    /// <summary>The channel of the worker, which can be had once.</summary>
    public WorkerChannel? Enter(string workerId) => expected.TryRemove(workerId, out WorkerChannel? channel) ? channel : null;
}

/// <summary>The one method that a worker calls; the call lasts as long as the worker.</summary>
internal sealed class WorkerRpc(WorkerDoor door) : FunctionRpc.FunctionRpcBase
{
    private static readonly TimeSpan ToIntroduce = TimeSpan.FromSeconds(30);

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        StreamingMessage? first = await FirstAsync(requestStream, context.CancellationToken);
        if (first?.StartStream is not { } start || door.Enter(start.WorkerId) is not { } channel)
        {
            throw new RpcException(new Status(StatusCode.PermissionDenied, "this host did not start that worker"));
        }

        await channel.RunAsync(requestStream, responseStream, context.CancellationToken);
    }

    private static async Task<StreamingMessage?> FirstAsync(
        IAsyncStreamReader<StreamingMessage> reader, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ToIntroduce);
        try
        {
            return await reader.MoveNext(limit.Token) ? reader.Current : null;
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
