using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>An entity's node <c>$management</c>: requests that do not travel on a sender's or receiver's own link.</summary>
internal sealed class ManagementNode(Broker broker, CallGate gate, ReplyLinks replies)
{
    private const string OperationName = "operation", Peek = "com.microsoft:peek-message";
    private const int Fine = 200, NothingThere = 204;

    public void Serve(ReceivingAmqpLink link, string entity) =>
        link.RegisterMessageListener(request => LinkTasks.Watch(link, AnswerAsync(link, entity, request)));

    private async ValueTask AnswerAsync(ReceivingAmqpLink link, string entity, AmqpMessage request)
    {
        link.DisposeMessage(request, AmqpConstants.AcceptedOutcome, settled: true, batchable: false);
        replies.Send(request, await ReplyAsync(link, entity, request));
    }

    private async ValueTask<AmqpMessage> ReplyAsync(ReceivingAmqpLink link, string entity, AmqpMessage request)
    {
        try
        {
            AmqpMap answer = await CallAsync(link, entity, request);
            return Create(answer, answer.Count == 0 && Operation(request) == Peek ? NothingThere : Fine, "OK", null);
        }
        catch (BusException refusal)
        {
            return Create(new AmqpMap(), Conditions.Status(refusal.Error), refusal.Message, Conditions.Symbol(refusal.Error));
        }
    }

    private async ValueTask<AmqpMap> CallAsync(ReceivingAmqpLink link, string entity, AmqpMessage request)
    {
        string? operation = Operation(request);
        if (request.ValueBody?.Value is not AmqpMap map)
        {
            throw new BusException(BusError.Argument, "The request has no map.");
        }

        var calls = new ManagementCalls(broker, entity, new ManagementRequest(map));
        (BusOperation Operation, Func<AmqpMap> Act) call = operation switch
        {
            "com.microsoft:schedule-message" => (BusOperation.Schedule, calls.Schedule),
            "com.microsoft:cancel-scheduled-message" => (BusOperation.Cancel, calls.Cancel),
            Peek => (BusOperation.Peek, calls.Peek),
            "com.microsoft:renew-lock" => (BusOperation.RenewLock, calls.RenewLocks),
            "com.microsoft:renew-session-lock" => (BusOperation.RenewSessionLock, calls.RenewSessionLock),
            "com.microsoft:receive-by-sequence-number" => (BusOperation.Receive, calls.ReceiveDeferred),
            "com.microsoft:update-disposition" => (calls.ReadSettlement().Operation, calls.Settle),
            _ => throw BusException.NotImplemented($"the operation '{operation}'"),
        };
        return await gate.CallAsync(link, call.Operation, entity, call.Act);
    }

    private static string? Operation(AmqpMessage request)
    {
        string? operation = null;
        request.ApplicationProperties?.Map.TryGetValue(OperationName, out operation);
        return operation;
    }

    private static AmqpMessage Create(AmqpMap body, int status, string description, AmqpSymbol? error)
    {
        var reply = AmqpMessage.Create(new AmqpValue { Value = body });
        PropertiesMap properties = reply.ApplicationProperties.Map;
        properties["statusCode"] = status;
        properties["statusDescription"] = description;
        if (error is { } condition)
        {
            properties["errorCondition"] = condition;
        }

        return reply;
    }
}
