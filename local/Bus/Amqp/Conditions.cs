using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>The protocol's names for the broker's errors.</summary>
internal static class Conditions
{
    private static readonly Dictionary<BusError, (string Condition, int Status)> Known = new()
    {
        [BusError.Internal] = ("amqp:internal-error", 500),
        [BusError.Timeout] = ("com.microsoft:timeout", 408),
        [BusError.NotFound] = ("amqp:not-found", 404),
        [BusError.NotImplemented] = ("amqp:not-implemented", 501),
        [BusError.NotAllowed] = ("amqp:not-allowed", 400),
        [BusError.Unauthorized] = ("amqp:unauthorized-access", 401),
        [BusError.ServerBusy] = ("com.microsoft:server-busy", 503),
        [BusError.Argument] = ("com.microsoft:argument-error", 400),
        [BusError.ArgumentOutOfRange] = ("com.microsoft:argument-out-of-range", 400),
        [BusError.EntityDisabled] = ("com.microsoft:entity-disabled", 403),
        [BusError.EntityAlreadyExists] = ("com.microsoft:entity-already-exists", 409),
        [BusError.MessageLockLost] = ("com.microsoft:message-lock-lost", 410),
        [BusError.SessionLockLost] = ("com.microsoft:session-lock-lost", 410),
        [BusError.MessageNotFound] = ("com.microsoft:message-not-found", 404),
        [BusError.SessionCannotBeLocked] = ("com.microsoft:session-cannot-be-locked", 409),
        [BusError.QuotaExceeded] = ("amqp:resource-limit-exceeded", 403),
        [BusError.MessageTooLarge] = ("amqp:link:message-size-exceeded", 413),
    };

    public static AmqpSymbol Symbol(BusError error) => Known[error].Condition;

    /// <summary>The status of a reply on a management link; the condition beside it is what clients act on.</summary>
    public static int Status(BusError error) => Known[error].Status;

    public static AmqpException Exception(BusError error, string message) => new(Symbol(error), message);

    public static Rejected Rejected(BusException refusal) =>
        new() { Error = new Error { Condition = Symbol(refusal.Error), Description = refusal.Message } };
}
