using Microsoft.Azure.Amqp;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Leads each link that a client attaches to what serves it.</summary>
internal sealed class LinkRouter(Broker broker, CallGate gate, CancellationToken ended)
{
    private const uint Credit = 1_000;

    private readonly ReplyLinks replies = new();
    private readonly SessionAcceptor sessions = new(broker, gate, ended);

    /// <param name="settings">The role in it is ours already.</param>
    public static AmqpLink Create(AmqpSession session, AmqpLinkSettings settings)
    {
        if (settings.Role != true)
        {
            return new SendingAmqpLink(session, settings);
        }

        // The official client cannot do without a largest size.
        settings.MaxMessageSize = MessageContent.LargestSize;
        settings.TotalLinkCredit = Credit;
        return new ReceivingAmqpLink(session, settings);
    }

    /// <summary>Throws what the client is to be refused with.</summary>
    public async Task OpenAsync(AmqpLink link)
    {
        try
        {
            LinkAddress address = LinkAddress.From(link);
            if (address.IsTokens || address.IsManagement)
            {
                OpenNode(link, address);
            }
            else
            {
                await gate.ReachAsync(link, new(BusOperation.Attach, address.Entity, IsDone: false));
                await OpenEntityAsync(link, address.Entity);
                await gate.ReachAsync(link, new(BusOperation.Attach, address.Entity, IsDone: true));
            }
        }
        catch (BusException refusal)
        {
            throw Conditions.Exception(refusal.Error, refusal.Message);
        }
        catch (UnansweredException)
        {
            // The attach is never answered; the wait ends with the emulator.
            await Task.Delay(Timeout.Infinite, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void OpenNode(AmqpLink link, LinkAddress address)
    {
        if (address.IsManagement && !broker.Has(address.Entity))
        {
            throw BusException.NotFound(address.Entity);
        }

        switch (link)
        {
            case SendingAmqpLink reply:
                replies.Add(reply);
                break;
            case ReceivingAmqpLink request when address.IsTokens:
                new TokenNode(gate, replies).Serve(request);
                break;
            case ReceivingAmqpLink request:
                new ManagementNode(broker, gate, replies).Serve(request, address.Entity);
                break;
            default:
                throw new InvalidOperationException($"{link} is neither a sender nor a receiver.");
        }
    }

    private async Task OpenEntityAsync(AmqpLink link, string entity)
    {
        if (link is ReceivingAmqpLink sender)
        {
            broker.RequireEntity(entity);
            _ = new SendLink(sender, broker, gate, entity);
        }
        else if (link is SendingAmqpLink receiver)
        {
            SessionLock? held = await sessions.AcceptAsync(receiver, entity);
            _ = new ReceiveLink(receiver, broker, gate, entity, held);
        }
    }
}
