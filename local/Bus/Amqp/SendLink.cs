using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>A client's sender: each transfer is stored and then settled.</summary>
internal sealed class SendLink
{
    private readonly ReceivingAmqpLink link;
    private readonly Broker broker;
    private readonly CallGate gate;
    private readonly string entity;

    public SendLink(ReceivingAmqpLink link, Broker broker, CallGate gate, string entity)
    {
        (this.link, this.broker, this.gate, this.entity) = (link, broker, gate, entity);
        link.RegisterMessageListener(message => LinkTasks.Watch(link, AnswerAsync(message)));
    }

    private async ValueTask AnswerAsync(AmqpMessage message)
    {
        Outcome outcome = await SendAsync(message);
        link.DisposeMessage(message, outcome, settled: true, batchable: false);
    }

    private async ValueTask<Outcome> SendAsync(AmqpMessage message)
    {
        try
        {
            if (message.TxnId.Array is not null)
            {
                throw BusException.NotImplemented("transactions");
            }

            await gate.CallAsync(link, BusOperation.Send, entity, () => broker.Send(entity, MessageDecoder.Read(message)));
            return new Accepted();
        }
        catch (BusException refusal)
        {
            return Conditions.Rejected(refusal);
        }
    }
}
