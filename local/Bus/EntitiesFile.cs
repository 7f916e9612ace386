using System.Text.Json;
using System.Xml;

namespace Plumbline.Local.Bus;

/// <summary>Reads the file that declares the entities.</summary>
internal static class EntitiesFile
{
    private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualWindow = TimeSpan.FromMinutes(10);

    private static readonly JsonSerializerOptions Shape = new()
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
    };

    public static IReadOnlyList<Entity> Read(string path)
    {
        try
        {
            string text = File.ReadAllText(path);
            EntitiesShape file = JsonSerializer.Deserialize<EntitiesShape>(text, Shape) ?? throw new FormatException("it is empty");
            List<Entity> entities = [.. Each(file.UserConfig.Namespaces).SelectMany(Entities)];
            RefuseTwice(entities.Select(e => e.Name));
            return entities;
        }
        catch (Exception failure) when (
            failure is IOException or UnauthorizedAccessException or JsonException or FormatException or OverflowException)
        {
            throw new ServiceBusEmulatorException($"The entities of Service Bus cannot be read from {path}: {failure.Message}", failure);
        }
    }

    private static IEnumerable<Entity> Entities(EntitiesShape.NamespaceShape shape) =>
        Each(shape.Queues).Select(Queue).Concat(Each(shape.Topics).Select(Topic));

    private static Entity Queue(EntitiesShape.QueueShape queue) =>
        new(queue.Name, isTopic: false, [new(CreateMailbox(queue.Name, queue.Properties), [])], History(queue.Properties));

    private static Entity Topic(EntitiesShape.TopicShape topic)
    {
        RefuseTwice(Each(topic.Subscriptions).Select(s => EntityPaths.Subscription(topic.Name, s.Name)));
        return new(topic.Name, isTopic: true, [.. topic.Subscriptions.Select(s => Subscription(topic.Name, s))], History(topic.Properties));
    }

    private static Route Subscription(string topic, EntitiesShape.SubscriptionShape subscription) =>
        new(
            CreateMailbox(EntityPaths.Subscription(topic, subscription.Name), subscription.Properties),
            [.. Each(subscription.Rules).Select(Filter)]);

    private static CorrelationFilter Filter(EntitiesShape.RuleShape rule) =>
        rule.Properties is { FilterType: "Correlation", CorrelationFilter: { } filter }
        ? filter
        : throw new FormatException(
            $"the rule '{rule.Name}' has a filter of type '{rule.Properties.FilterType}'; only Correlation is served");

    private static Mailbox CreateMailbox(string path, EntitiesShape.PropertiesShape properties)
    {
        MailboxRules rules = Rules(path, properties);
        MailboxRules forDeadLetters = rules with { RequiresSession = false, TimeToLive = TimeSpan.MaxValue };
        return new(path, rules, new(EntityPaths.DeadLetters(path), forDeadLetters, null));
    }

    private static MailboxRules Rules(string path, EntitiesShape.PropertiesShape properties)
    {
        var usual = new MailboxRules();
        MailboxRules rules = usual with
        {
            LockDuration = Duration(properties.LockDuration) ?? usual.LockDuration,
            MaxDeliveryCount = properties.MaxDeliveryCount ?? usual.MaxDeliveryCount,
            TimeToLive = Duration(properties.DefaultMessageTimeToLive) ?? usual.TimeToLive,
            DeadLettersExpired = properties.DeadLetteringOnMessageExpiration,
            RequiresSession = properties.RequiresSession,
        };
        if (rules.LockDuration > LongestLock)
        {
            throw new FormatException($"'{path}' has the lock duration {properties.LockDuration}; the longest is PT5M");
        }

        return rules.MaxDeliveryCount >= 1
            ? rules
            : throw new FormatException($"'{path}' has the delivery count {rules.MaxDeliveryCount}; the least is 1");
    }

    private static DuplicateHistory? History(EntitiesShape.PropertiesShape properties) =>
        properties.RequiresDuplicateDetection ? new(Duration(properties.DuplicateDetectionHistoryTimeWindow) ?? UsualWindow) : null;

    private static TimeSpan? Duration(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        TimeSpan duration = XmlConvert.ToTimeSpan(text);
        return duration > TimeSpan.Zero ? duration : throw new FormatException($"the duration {text} is not above zero");
    }

    private static void RefuseTwice(IEnumerable<string> names)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            if (name.Trim().Length == 0 || !known.Add(name))
            {
                throw new FormatException($"the name '{name}' is empty or declared twice");
            }
        }
    }

    private static IEnumerable<T> Each<T>(T?[] items) where T : class =>
        items.Select(i => i ?? throw new FormatException("a list has an entry that is null"));
}
