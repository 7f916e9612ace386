using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Settles deliveries as a receiver's dispositions say.</summary>
internal sealed class SettleListener(SendingAmqpLink link, Broker broker, CallGate gate, Reader reader)
{
    private const string Reason = "DeadLetterReason", Description = "DeadLetterErrorDescription";

    public async ValueTask SettleAsync(Delivery delivery)
    {
        // A client that settles by itself wants no answer, such as one that gives back a message because no call waits for it.
        bool isAnswered = !delivery.Settled;
        Outcome answer = await ApplyAsync(delivery);
        if (isAnswered)
        {
            link.DisposeDelivery(delivery, settled: true, answer);
        }
    }

    private async ValueTask<Outcome> ApplyAsync(Delivery delivery)
    {
        try
        {
            var token = new Guid([.. delivery.DeliveryTag]);
            Settlement settlement = Read(delivery.State);
            await gate.CallAsync(link, settlement.Operation, reader.Path, () =>
            {
                broker.Settle(reader.Path, reader.Session, [token], settlement);
                return true;
            });

            // With its error the outcome would read as a refusal.
            return delivery.State is Rejected or not Outcome ? new Rejected() : (Outcome)delivery.State;
        }
        catch (BusException refusal)
        {
            return Conditions.Rejected(refusal);
        }
    }

    private static Settlement Read(DeliveryState state) => state switch
    {
        Accepted => Settlement.Complete,
        Released => Settlement.Release,
        Rejected { Error: null } => Settlement.DeadLetter(null, null),
        Rejected { Error.Info: var info } => DeadLetter(info),
        Modified { MessageAnnotations.Count: > 0 } => throw BusException.NotImplemented("changes to a message's properties"),
        Modified { UndeliverableHere: true } => Settlement.Defer,
        Modified => Settlement.Abandon,
        _ => throw BusException.NotImplemented("this outcome, nor transactions"),
    };

    private static Settlement DeadLetter(Fields? info)
    {
        string? reason = null, description = null;
        info?.TryGetValue(Reason, out reason);
        info?.TryGetValue(Description, out description);
        int known = (reason is null ? 0 : 1) + (description is null ? 0 : 1);
        return info is null || info.Count == known
            ? Settlement.DeadLetter(reason, description)
            : throw BusException.NotImplemented("changes to a message's properties");
    }
}
