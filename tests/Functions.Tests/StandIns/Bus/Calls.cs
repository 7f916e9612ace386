using System.Threading.Channels;
using Azure.Messaging.ServiceBus;
using Plumbline.StandIns.Bus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

/// <summary>The calls that a broker has answered, for a test to wait on, and one of them to fail.</summary>
internal sealed class Calls
{
    private readonly Channel<BusOperation> done = Channel.CreateUnbounded<BusOperation>();
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BusOperation? failing;

    public Task NoteAsync(BusCall call)
    {
        if (!call.IsDone && failing == call.Operation)
        {
            failing = null;
            failed.SetResult();
            throw new ServiceBusException("the service is busy", ServiceBusFailureReason.ServiceBusy);
        }

        if (call.IsDone) done.Writer.TryWrite(call.Operation);
        return Task.CompletedTask;
    }

    /// <summary>Waits until the broker has answered such a call, beyond those already waited for.</summary>
    public async Task DoneAsync(BusOperation operation)
    {
        while (await done.Reader.ReadAsync().AsTask().WaitAsync(Probe.Patience) != operation)
        {
            // Others' calls come between.
        }
    }

    /// <summary>The next such call fails.</summary>
    public void Fail(BusOperation operation) => failing = operation;

    public Task FailedAsync() => failed.Task.WaitAsync(Probe.Patience);
}
