using System.Text.Json.Serialization;
using System.Xml;

namespace Plumbline.StandIns.Bus;

/// <summary>The emulator's file as it is written; what the broker does not do is refused, not passed over.</summary>
internal sealed record BusFile
{
    public required Config UserConfig { get; init; }

    internal sealed record Config
    {
        public Namespace[] Namespaces { get; init; } = [];
    }

    internal sealed record Namespace
    {
        public Queue[] Queues { get; init; } = [];

        public Topic[] Topics { get; init; } = [];
    }

    internal sealed record Queue
    {
        public required string Name { get; init; }

        public EntityProperties Properties { get; init; } = new();
    }

    internal sealed record Topic
    {
        public required string Name { get; init; }

        public EntityProperties Properties { get; init; } = new();

        public Subscription[] Subscriptions { get; init; } = [];
    }

    internal sealed record Subscription
    {
        public required string Name { get; init; }

        public EntityProperties Properties { get; init; } = new();

        public Rule[] Rules { get; init; } = [];
    }

    internal sealed record Rule
    {
        public required string Name { get; init; }

        public RuleProperties Properties { get; init; } = new();
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record RuleProperties
    {
        public string? FilterType { get; init; }

        public CorrelationRule? CorrelationFilter { get; init; }
    }

    /// <summary>Of a queue, topic or subscription; durations are ISO 8601.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record EntityProperties
    {
        private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(5);

        public string? LockDuration { get; init; }

        public int? MaxDeliveryCount { get; init; }

        public string? DefaultMessageTimeToLive { get; init; }

        public bool DeadLetteringOnMessageExpiration { get; init; }

        public bool RequiresSession { get; init; }

        public bool RequiresDuplicateDetection { get; init; }

        public string? DuplicateDetectionHistoryTimeWindow { get; init; }

        public DuplicateHistory? History() =>
            RequiresDuplicateDetection ? new(Span(DuplicateDetectionHistoryTimeWindow) ?? TimeSpan.FromMinutes(10)) : null;

        public MailboxRules Rules(string path)
        {
            var usual = new MailboxRules();
            return Span(LockDuration) > LongestLock
                ? throw new FormatException($"'{path}' has the lock duration {LockDuration}; the longest is PT5M")
                : usual with
                {
                    LockDuration = Span(LockDuration) ?? usual.LockDuration,
                    MaxDeliveryCount = MaxDeliveryCount ?? usual.MaxDeliveryCount,
                    TimeToLive = Span(DefaultMessageTimeToLive) ?? usual.TimeToLive,
                    DeadLettersExpired = DeadLetteringOnMessageExpiration,
                    RequiresSession = RequiresSession,
                };
        }

        private static TimeSpan? Span(string? text) => string.IsNullOrEmpty(text) ? null : XmlConvert.ToTimeSpan(text);
    }
}
