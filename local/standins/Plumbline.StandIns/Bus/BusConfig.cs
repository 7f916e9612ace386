using System.Text.Json;

namespace Plumbline.StandIns.Bus;

/// <summary>The file that declares the entities, in the format of the Service Bus emulator.</summary>
internal static class BusConfig
{
    private static readonly JsonSerializerOptions Shape = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IReadOnlyList<Entity> Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<BusFile>(File.ReadAllText(path), Shape) ?? throw new JsonException("it is empty");
            return [.. file.UserConfig.Namespaces.SelectMany(n => n.Queues.Select(Queue).Concat(n.Topics.Select(Topic)))];
        }
        catch (Exception wrong) when (wrong is IOException or JsonException or FormatException or ArgumentException)
        {
            throw new InvalidOperationException($"The entities of Service Bus cannot be read from {path}: {wrong.Message}", wrong);
        }
    }

    private static Entity Queue(BusFile.Queue queue) => new(queue.Name, [new(Box(queue.Name, queue.Properties), [])], queue.Properties.History());

    private static Entity Topic(BusFile.Topic topic) => new(topic.Name, [.. topic.Subscriptions.Select(s => Subscription(topic.Name, s))], topic.Properties.History());

    private static Route Subscription(string topic, BusFile.Subscription subscription) => new(
        Box(EntityPaths.Subscription(topic, subscription.Name), subscription.Properties), [.. subscription.Rules.Select(Rule)]);

    private static CorrelationRule Rule(BusFile.Rule rule) => rule.Properties is { FilterType: "Correlation", CorrelationFilter: { } filter }
        ? filter
        : throw new FormatException($"the rule '{rule.Name}' has a filter of type '{rule.Properties.FilterType}'; only Correlation is served");

    private static Mailbox Box(string path, BusFile.EntityProperties properties)
    {
        var rules = properties.Rules(path);
        return new(path, rules, new(EntityPaths.DeadLetters(path), rules with { RequiresSession = false, TimeToLive = TimeSpan.MaxValue }, null));
    }
}
