using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Worker;

/// <summary>The messages to and from one worker. Each question has an id, which its answer bears too.</summary>
internal sealed class WorkerChannel(Action<RpcLog> log)
{
    // One loop writes: the stream takes one message at a time.
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> pending = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Connected => connected.Task;

    /// <summary>Done once nothing can be asked any more.</summary>
    public Task Closed => closed.Task;

    public void Send(StreamingMessage message)
    {
        message.RequestId = message.RequestId.Length == 0 ? NewId() : message.RequestId;
        outgoing.Writer.TryWrite(message);
    }

    /// <exception cref="WorkerGoneException">The worker ended first.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage question, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        question.RequestId = NewId();
        pending[question.RequestId] = answer;
        try
        {
            // Asked for after the entry was made: the channel closes first and fails its entries then.
            if (Closed.IsCompleted)
            {
                throw new WorkerGoneException();
            }

            Send(question);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            pending.TryRemove(question.RequestId, out _);
        }
    }

    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> reader, IServerStreamWriter<StreamingMessage> writer, CancellationToken cancellationToken)
    {
        connected.TrySetResult();
        Task writing = WriteAsync(writer, cancellationToken);
        try
        {
            while (await reader.MoveNext(cancellationToken))
            {
                Receive(reader.Current);
            }
        }
        // The worker ended and its connection with it: that its process is gone is told elsewhere.
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
        }
        finally
        {
            Close();
        }

        await writing;
    }

    /// <summary>Fails what has not been answered.</summary>
    public void Close()
    {
        closed.TrySetResult();
        outgoing.Writer.TryComplete();
        foreach (TaskCompletionSource<StreamingMessage> answer in pending.Values)
        {
            answer.TrySetException(new WorkerGoneException());
        }
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> writer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (StreamingMessage message in outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                await writer.WriteAsync(message, cancellationToken);
            }
        }
        catch (Exception end) when (end is IOException or InvalidOperationException or OperationCanceledException)
        {
            Close();
        }
    }

    // Acknowledgements of cancellations bear an id that nothing waits for.
    private void Receive(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            log(message.RpcLog);
        }
        else if (pending.TryGetValue(message.RequestId, out TaskCompletionSource<StreamingMessage>? answer))
        {
            answer.TrySetResult(message);
        }
    }
}
