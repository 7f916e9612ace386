namespace Plumbline.Local.Bus;

/// <summary>Passes messages that have all of these values exactly. In the shape of the entities file.</summary>
internal sealed record CorrelationFilter
{
    public string? ContentType { get; init; }

    public string? CorrelationId { get; init; }

    public string? Label { get; init; }

    public string? MessageId { get; init; }

    public string? ReplyTo { get; init; }

    public string? ReplyToSessionId { get; init; }

    public string? SessionId { get; init; }

    public string? To { get; init; }

    public Dictionary<string, string> Properties { get; init; } = [];

    public bool Passes(NewMessage message) =>
        Same(ContentType, message.ContentType) && Same(CorrelationId, message.CorrelationId) && Same(Label, message.Subject)
        && Same(MessageId, message.Content.MessageId) && Same(ReplyTo, message.ReplyTo) && Same(ReplyToSessionId, message.ReplyToSessionId)
        && Same(SessionId, message.Content.SessionId) && Same(To, message.To)
        && Properties.All(p => message.Properties.GetValueOrDefault(p.Key) == p.Value);

    private static bool Same(string? wanted, string? found) => string.IsNullOrEmpty(wanted) || wanted == found;
}
