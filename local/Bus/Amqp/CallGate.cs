using Microsoft.Azure.Amqp;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Lets the interceptor at each call, before the broker acts and after.</summary>
internal sealed class CallGate(CancellationToken ended)
{
    private volatile Func<BusCall, CancellationToken, ValueTask<BusFault>>? interceptor;

    public Func<BusCall, CancellationToken, ValueTask<BusFault>>? Interceptor
    {
        get => interceptor;
        set => interceptor = value;
    }

    /// <summary>Whether calls pass without being seen.</summary>
    public bool IsOpen => interceptor is null;

    /// <summary>Acts between the two looks of the interceptor. Throws <see cref="BusException"/> for a refusal.</summary>
    public async ValueTask<T> CallAsync<T>(AmqpLink link, BusOperation operation, string entity, Func<T> act)
    {
        await ReachAsync(link, new(operation, entity, IsDone: false));
        T result = act();
        await ReachAsync(link, new(operation, entity, IsDone: true));
        return result;
    }

    public async ValueTask ReachAsync(AmqpLink link, BusCall call)
    {
        if (interceptor is not { } intercept)
        {
            return;
        }

        switch (await intercept(call, ended))
        {
            case BusFault.Dropped:
                link.Session.Connection.Abort();
                throw new UnansweredException();
            case BusFault.Silent:
                throw new UnansweredException();
            case BusFault.Detached detached:
                link.SafeClose(Conditions.Exception(detached.Error, detached.Message));
                throw new UnansweredException();
            case BusFault.Refused refused:
                throw new BusException(refused.Error, refused.Message);
            default:
                break;
        }
    }
}
