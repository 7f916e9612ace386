using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Plumbline.StandIns;

/// <summary>One function with a Service Bus trigger; a message that it fails on is delivered again, until the queue gives it up.</summary>
internal sealed class HostedListener
{
    private readonly HostedFunction _function;
    private readonly ServiceBusProcessor _processor;
    private readonly Invoker _invoker;
    private readonly ILogger _log;
    private CancellationToken _abort;

    public HostedListener(HostedFunction function, ServiceBusProcessor processor, Invoker invoker, ILogger log)
    {
        (_function, _processor, _invoker, _log) = (function, processor, invoker, log);
        processor.ProcessMessageAsync += InvokeAsync;
        processor.ProcessErrorAsync += SayAsync;
    }

    public Task StartAsync(CancellationToken abort)
    {
        _abort = abort;
        return _processor.StartProcessingAsync(CancellationToken.None);
    }

    /// <summary>Receives no more, and returns once what runs has ended.</summary>
    public Task StopAsync() => _processor.StopProcessingAsync(CancellationToken.None);

    private Task InvokeAsync(ProcessMessageEventArgs arrived) => _invoker.InvokeAsync(new(_function, arrived.Message), Attempt.Only, _abort);

    private Task SayAsync(ProcessErrorEventArgs failure)
    {
        if (failure.ErrorSource != ServiceBusErrorSource.ProcessMessageCallback) _log.ListenerFailed(_function.Name, failure.EntityPath, failure.ErrorSource, failure.Exception);
        else if (_abort.IsCancellationRequested && failure.Exception is OperationCanceledException) _log.FunctionCancelled(_function.Name, "the host's time to stop is up");
        else _log.FunctionFailed(_function.Name, failure.Exception);
        return Task.CompletedTask;
    }
}
