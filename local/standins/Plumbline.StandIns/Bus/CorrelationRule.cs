namespace Plumbline.StandIns.Bus;

/// <summary>Lets those messages through that have all of these values, exactly. In the shape of the emulator's file.</summary>
internal sealed record CorrelationRule
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

    public bool Passes(Letter letter) =>
        Same(ContentType, letter.ContentType) && Same(CorrelationId, letter.CorrelationId) && Same(Label, letter.Subject)
        && Same(MessageId, letter.MessageId) && Same(ReplyTo, letter.ReplyTo) && Same(ReplyToSessionId, letter.ReplyToSessionId)
        && Same(SessionId, letter.SessionId) && Same(To, letter.To)
        && Properties.All(p => letter.Properties?.GetValueOrDefault(p.Key) == PropertyValue.Write(p.Value));

    private static bool Same(string? wanted, string? found) => string.IsNullOrEmpty(wanted) || wanted == found;
}
