using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>The node <c>$cbs</c>, where clients put their tokens. Any token is accepted.</summary>
internal sealed class TokenNode(CallGate gate, ReplyLinks replies)
{
    private const string Accepted = "Accepted", AudienceName = "name";

    public void Serve(ReceivingAmqpLink link) => link.RegisterMessageListener(request => LinkTasks.Watch(link, AnswerAsync(link, request)));

    private async ValueTask AnswerAsync(ReceivingAmqpLink link, AmqpMessage request)
    {
        link.DisposeMessage(request, AmqpConstants.AcceptedOutcome, settled: true, batchable: false);
        (int status, string description) = await AuthorizeAsync(link, request);
        var reply = AmqpMessage.Create(new AmqpValue { Value = description });
        reply.ApplicationProperties.Map["status-code"] = status;
        reply.ApplicationProperties.Map["status-description"] = description;
        replies.Send(request, reply);
    }

    private async ValueTask<(int Status, string Description)> AuthorizeAsync(ReceivingAmqpLink link, AmqpMessage request)
    {
        string? audience = null;
        request.ApplicationProperties?.Map.TryGetValue(AudienceName, out audience);
        try
        {
            await gate.CallAsync(link, BusOperation.Authorize, audience ?? "", () => true);
            return (202, Accepted);
        }
        catch (BusException refusal)
        {
            return (Conditions.Status(refusal.Error), refusal.Message);
        }
    }
}
