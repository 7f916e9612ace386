using System.Collections.Concurrent;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>The links on which clients wait for replies, by connection and by the address that their requests name.</summary>
internal sealed class ReplyLinks
{
    private readonly ConcurrentDictionary<(AmqpConnection Connection, string Address), SendingAmqpLink> links = new();
    private long sent;

    public void Add(SendingAmqpLink link)
    {
        string address = (link.Settings.Target as Target)?.Address?.ToString() ?? "";
        (AmqpConnection, string) key = (link.Session.Connection, address);
        links[key] = link;
        link.SafeAddClosed((_, _) => links.TryRemove(new(key, link)));
    }

    /// <summary>Sends the reply where its request asked for it; a client that has gone gets none.</summary>
    public void Send(AmqpMessage request, AmqpMessage reply)
    {
        string address = request.Properties?.ReplyTo?.ToString() ?? "";
        if (links.TryGetValue((request.Link.Session.Connection, address), out SendingAmqpLink? link))
        {
            reply.Properties.CorrelationId = request.Properties?.MessageId;
            link.SendMessageNoWait(reply, BitConverter.GetBytes(Interlocked.Increment(ref sent)), AmqpConstants.NullBinary);
        }
    }
}
