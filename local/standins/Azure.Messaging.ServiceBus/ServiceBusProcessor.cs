using Plumbline.StandIns.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives messages and gives each to a handler, several at once: completed when it returns, abandoned when it throws.</summary>
public class ServiceBusProcessor : IAsyncDisposable
{
    private readonly ServiceBusReceiver receiver;
    private readonly ServiceBusProcessorOptions options;
    private CancellationTokenSource stopping = new();
    private Task loop = Task.CompletedTask;

    internal ServiceBusProcessor(ServiceBusReceiver receiver, ServiceBusProcessorOptions options) => (this.receiver, this.options) = (receiver, options);

    public event Func<ProcessMessageEventArgs, Task>? ProcessMessageAsync;

    public event Func<ProcessErrorEventArgs, Task>? ProcessErrorAsync;

    public virtual string EntityPath => receiver.EntityPath;

    public virtual string FullyQualifiedNamespace => receiver.FullyQualifiedNamespace;

    public virtual int MaxConcurrentCalls => options.MaxConcurrentCalls;

    public virtual TimeSpan MaxAutoLockRenewalDuration => options.MaxAutoLockRenewalDuration;

    public virtual bool IsProcessing { get; private set; }

    public virtual bool IsClosed => receiver.IsClosed;

    public virtual Task StartProcessingAsync(CancellationToken cancellationToken = default)
    {
        if (ProcessMessageAsync is not { } handle || ProcessErrorAsync is not { } tell)
        {
            throw new InvalidOperationException("Cannot begin processing without a ProcessMessageAsync and a ProcessErrorAsync handler.");
        }

        if (IsProcessing)
        {
            throw new InvalidOperationException("The processor is already running.");
        }

        (IsProcessing, stopping) = (true, new());
        loop = new ProcessorLoop(receiver, options, handle, tell, stopping.Token).RunAsync();
        return Task.CompletedTask;
    }

    /// <summary>Stops receiving, and waits for the handlers that run.</summary>
    public virtual async Task StopProcessingAsync(CancellationToken cancellationToken = default)
    {
        await stopping.CancelAsync();
        await loop.WaitAsync(cancellationToken);
        IsProcessing = false;
    }

    public virtual async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        await StopProcessingAsync(cancellationToken);
        await receiver.CloseAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        stopping.Dispose();
        GC.SuppressFinalize(this);
    }
}
