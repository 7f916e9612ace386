using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Plumbline.Local.Host.Queues;

/// <summary>Keeps a message invisible while its function runs. The service keeps the time, so the machine's clock is used.</summary>
internal sealed class MessageHold(QueueClient queue, QueueMessage message, HostParts parts)
{
    private const int RenewalsInTime = 3;

    private readonly TimeSpan visibility = parts.Settings.QueueVisibility;
    private string receipt = message.PopReceipt;

    /// <summary>Waits for the function; the receipt is the one with which the message can be deleted or given back.</summary>
    public async Task<(Outcome Outcome, string Receipt)> DuringAsync(Task<Outcome> invocation)
    {
        using var released = new CancellationTokenSource();
        Task renewing = RenewAsync(released.Token);
        Outcome outcome = await invocation;
        await released.CancelAsync();
        await renewing;
        return (outcome, receipt);
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(visibility / RenewalsInTime, cancellationToken);
                await RenewOnceAsync();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    // Finished although the function has ended: each renewal makes a new receipt, and the old one cannot be used any more.
    private async Task RenewOnceAsync()
    {
        try
        {
            UpdateReceipt renewed = await queue.UpdateMessageAsync(message.MessageId, receipt, (string?)null, visibility, parts.OutOfTime);
            receipt = renewed.PopReceipt;
        }
        catch (Exception failure) when (QueueFailure.Is(failure))
        {
            parts.Log.NotSettled(message.MessageId, queue.Name, "held", QueueFailure.Describe(failure));
        }
    }
}
