using Plumbline.StandIns.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives the messages of one session, which it holds alone; closed, it lets the session go.</summary>
public class ServiceBusSessionReceiver : ServiceBusReceiver
{
    private readonly Broker broker;
    private readonly SessionKey session;

    internal ServiceBusSessionReceiver(ServiceBusClient client, Broker broker, string entityPath, SessionKey session)
        : base(client, entityPath) => (this.broker, this.session, SessionLockedUntil) = (broker, session, session.LockedUntil);

    public virtual string SessionId => session.Id;

    public virtual DateTimeOffset SessionLockedUntil { get; private set; }

    internal override SessionKey? Session => session;

    public virtual async Task RenewSessionLockAsync(CancellationToken cancellationToken = default) =>
        SessionLockedUntil = await Broker.RenewSessionAsync(EntityPath, session, cancellationToken);

    internal override void Release() => broker.ReleaseSession(EntityPath, session);
}
