using System.Text.Json.Serialization;

namespace Plumbline.Local.Bus;

/// <summary>
/// The entities file as it is written, in the form of the vendor's emulator. Properties that the broker does not honour are refused.
/// </summary>
internal sealed record EntitiesShape
{
    public required ConfigShape UserConfig { get; init; }

    internal sealed record ConfigShape
    {
        public NamespaceShape[] Namespaces { get; init; } = [];
    }

    internal sealed record NamespaceShape
    {
        public QueueShape[] Queues { get; init; } = [];

        public TopicShape[] Topics { get; init; } = [];
    }

    internal sealed record QueueShape
    {
        public required string Name { get; init; }

        public PropertiesShape Properties { get; init; } = new();
    }

    internal sealed record TopicShape
    {
        public required string Name { get; init; }

        public PropertiesShape Properties { get; init; } = new();

        public SubscriptionShape[] Subscriptions { get; init; } = [];
    }

    internal sealed record SubscriptionShape
    {
        public required string Name { get; init; }

        public PropertiesShape Properties { get; init; } = new();

        public RuleShape[] Rules { get; init; } = [];
    }

    internal sealed record RuleShape
    {
        public required string Name { get; init; }

        public RulePropertiesShape Properties { get; init; } = new();
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record RulePropertiesShape
    {
        public string? FilterType { get; init; }

        public CorrelationFilter? CorrelationFilter { get; init; }
    }

    /// <summary>Of a queue, topic or subscription. Durations are ISO 8601.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record PropertiesShape
    {
        public string? LockDuration { get; init; }

        public int? MaxDeliveryCount { get; init; }

        public string? DefaultMessageTimeToLive { get; init; }

        public bool DeadLetteringOnMessageExpiration { get; init; }

        public bool RequiresSession { get; init; }

        public bool RequiresDuplicateDetection { get; init; }

        public string? DuplicateDetectionHistoryTimeWindow { get; init; }
    }
}
