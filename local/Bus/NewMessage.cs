namespace Plumbline.Local.Bus;

/// <summary>A message that is being sent, with the fields that filters look at.</summary>
internal sealed record NewMessage(MessageContent Content)
{
    public string? CorrelationId { get; init; }

    public string? Subject { get; init; }

    public string? ContentType { get; init; }

    public string? To { get; init; }

    public string? ReplyTo { get; init; }

    public string? ReplyToSessionId { get; init; }

    /// <summary>Application properties whose value is text; filters in the entities file compare text only.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
}
