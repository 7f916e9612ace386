using Microsoft.Azure.Amqp.Encoding;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>The operations of a management node. Clients cast what they are answered: lists, arrays and numbers have exact types.</summary>
internal sealed class ManagementCalls(Broker broker, string entity, ManagementRequest request)
{
    private const string Messages = "messages", Message = "message", Session = "session-id";
    private const string Tokens = "lock-tokens", Sequences = "sequence-numbers";

    // As many as the service shows at once, and more than one reply can carry.
    private const int MostPeeked = 1_000;

    public AmqpMap Schedule()
    {
        IReadOnlyList<NewMessage> messages = [.. request.List<AmqpMap>(Messages)
            .Select(m => MessageDecoder.Read(new ManagementRequest(m).Value<ArraySegment<byte>>(Message)))];
        return Map(Sequences, broker.Send(entity, messages));
    }

    public AmqpMap Cancel()
    {
        broker.Cancel(entity, request.List<long>(Sequences));
        return new();
    }

    public AmqpMap Peek()
    {
        int most = Math.Clamp(request.Value<int>("message-count"), 0, MostPeeked);
        IReadOnlyList<ReceivedMessage> messages = broker.Peek(
            entity, request.Text(Session), request.Value<long>("from-sequence-number"), most);
        return messages.Count == 0 ? new() : Map(Messages, messages.Select(m => Encoded(MessageEncoder.ForPeek(m))).ToList());
    }

    public AmqpMap RenewLocks()
    {
        DateTimeOffset[] ends = broker.RenewLocks(entity, request.List<Guid>(Tokens));
        return Map("expirations", Array.ConvertAll(ends, e => e.UtcDateTime));
    }

    public AmqpMap RenewSessionLock()
    {
        SessionLock held = broker.CurrentSession(entity, request.RequiredText(Session));
        return Map("expiration", broker.RenewSession(entity, held).UtcDateTime);
    }

    public AmqpMap ReceiveDeferred()
    {
        bool removes = request.Value<uint>("receiver-settle-mode") == 0;
        IReadOnlyList<ReceivedMessage> messages = broker.ReceiveDeferred(
            entity, request.Text(Session), request.List<long>(Sequences), removes);
        return Map(Messages, messages.Select(Deferred).ToList());
    }

    public AmqpMap Settle()
    {
        SessionLock? held = request.Text(Session) is { } session ? broker.CurrentSession(entity, session) : null;
        broker.Settle(entity, held, request.List<Guid>(Tokens), ReadSettlement());
        return new();
    }

    public Settlement ReadSettlement()
    {
        if (request.Has("properties-to-modify"))
        {
            throw BusException.NotImplemented("changes to a message's properties");
        }

        return request.RequiredText("disposition-status") switch
        {
            "completed" => Settlement.Complete,
            "abandoned" => Settlement.Abandon,
            "suspended" => Settlement.DeadLetter(request.Text("deadletter-reason"), request.Text("deadletter-description")),
            "defered" => Settlement.Defer,
            string other => throw BusException.NotImplemented($"the disposition '{other}'"),
        };
    }

    private static AmqpMap Deferred(ReceivedMessage received)
    {
        AmqpMap map = Encoded(MessageEncoder.ForDeferred(received));
        map[new MapKey("lock-token")] = received.LockToken;
        return map;
    }

    private static AmqpMap Encoded(byte[] message) => Map(Message, new ArraySegment<byte>(message));

    private static AmqpMap Map(string name, object value) => new() { [new MapKey(name)] = value };
}
