using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;

namespace Plumbline.Infra.Tests;

/// <summary>Queues, tables, containers and the topic bear the names that the code uses, and the topic is as it is on one machine.</summary>
public sealed class EntityNamesTests
{
    private static readonly Deployment Plain = Deployment.OfShipped("plain");

    private static JsonNode LocalTopic =>
        JsonNode.Parse(Repository.Read("local", "Bus", "entities.json"))!["UserConfig"]!["Namespaces"]![0]!["Topics"]!.AsArray().Single()!;

    [BicepFact]
    public void Tables_are_those_of_the_code() =>
        Equal(TableNames.All, Plain.OfType("Microsoft.Storage/storageAccounts/tableServices/tables"));

    [BicepFact]
    public void Queues_are_those_of_the_code()
    {
        IEnumerable<string> triggers = from type in typeof(Functions.Program).Assembly.GetTypes()
                                       from method in type.GetMethods()
                                       from parameter in method.GetParameters()
                                       let queue = parameter.GetCustomAttribute<QueueTriggerAttribute>()
                                       where queue is not null
                                       select queue.QueueName;
        Equal(triggers, Plain.OfType("Microsoft.Storage/storageAccounts/queueServices/queues"));
    }

    [BicepFact]
    public void Containers_are_that_of_the_code_and_that_of_the_deployed_package() =>
        Equal([ExportsSettings.Container, "packages"], Plain.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"));

    [BicepFact]
    public void The_topic_is_that_of_the_code_and_drops_what_it_has_seen_for_as_long_as_on_one_machine()
    {
        Resource topic = Plain.Only("Microsoft.ServiceBus/namespaces/topics");
        Assert.Equal(Outgoing.Alerts, topic.OwnName);
        Assert.Equal((string?)LocalTopic["Name"], topic.OwnName);
        (JsonNode local, JsonNode deployed) = (LocalTopic["Properties"]!, topic.Properties);
        Assert.Equal((bool?)local["RequiresDuplicateDetection"], (bool?)deployed["requiresDuplicateDetection"]);
        Assert.Equal((string?)local["DuplicateDetectionHistoryTimeWindow"], (string?)deployed["duplicateDetectionHistoryTimeWindow"]);
    }

    [BicepFact]
    public void Subscriptions_are_those_of_one_machine_with_their_sessions_locks_and_tries()
    {
        IEnumerable<string> local = from s in LocalTopic["Subscriptions"]!.AsArray()
                                    let p = s["Properties"]!
                                    let session = (bool?)p["RequiresSession"] ?? false
                                    select $"{s["Name"]} {p["LockDuration"]} {p["MaxDeliveryCount"]} {session}";
        IEnumerable<string> deployed = from s in Plain.OfType("Microsoft.ServiceBus/namespaces/topics/subscriptions")
                                       let p = s.Properties
                                       select $"{s.OwnName} {p["lockDuration"]} {p["maxDeliveryCount"]} {(bool)p["requiresSession"]!}";
        Assert.Equal(local.Order(StringComparer.Ordinal), deployed.Order(StringComparer.Ordinal));
    }

    [BicepFact]
    public void Filters_are_those_of_one_machine()
    {
        IEnumerable<string> local = from s in LocalTopic["Subscriptions"]!.AsArray()
                                    from rule in s["Rules"]?.AsArray() ?? []
                                    select $"{s["Name"]} {rule["Properties"]!["CorrelationFilter"]!["Properties"]!.ToJsonString()}";
        IEnumerable<string> deployed = from rule in Plain.OfType("Microsoft.ServiceBus/namespaces/topics/subscriptions/rules")
                                       select $"{rule.Name.Split('/')[^2]} {rule.Text("properties.correlationFilter.properties")}";
        Assert.Equal(local.Order(StringComparer.Ordinal), deployed.Order(StringComparer.Ordinal));
    }

    [BicepFact]
    public void A_subscription_with_filters_has_none_that_lets_everything_through()
    {
        // Azure makes the rule $Default of a new subscription, unless the template says what it is.
        IEnumerable<Resource> rules = Plain.OfType("Microsoft.ServiceBus/namespaces/topics/subscriptions/rules");
        Assert.All(rules.GroupBy(r => r.Name.Split('/')[^2]), filters => Assert.Single(filters, r => r.OwnName == "$Default"));
    }

    private static void Equal(IEnumerable<string> expected, IEnumerable<Resource> deployed) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), deployed.Select(r => r.OwnName).Order(StringComparer.Ordinal));
}
