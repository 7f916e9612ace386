using Plumbline.Local.Bus;

namespace Plumbline.Local.Tests.Bus;

public sealed class EntitiesFileTests
{
    [Fact]
    public void The_file_declares_queues_topics_subscriptions_and_their_rules()
    {
        IReadOnlyList<Entity> entities = EntitiesFile.Read(EmulatedBus.ContractFile);
        Assert.Equal(["plain", "once", "by-session", "short-lived", "told"], entities.Select(e => e.Name));
        MailboxRules plain = entities[0].Routes[0].Mailbox.Rules;
        Assert.Equal((TimeSpan.FromMinutes(1), 3, false), (plain.LockDuration, plain.MaxDeliveryCount, plain.RequiresSession));
        Assert.Equal((true, false), (entities[0].History is null, entities[1].History is null));
        Assert.Equal(
            [
                ("told/Subscriptions/all", false), ("told/Subscriptions/by-session", true),
                ("told/Subscriptions/high", false), ("told/Subscriptions/either", false),
            ],
            entities[4].Routes.Select(r => (r.Mailbox.Path, r.Mailbox.Rules.RequiresSession)));
    }

    [Theory]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "q", "Properties": { "ForwardTo": "r" } } ] } ] } }""", "ForwardTo")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "q", "Properties": { "LockDuration": "PT6M" } } ] } ] } }""", "'q' has the lock duration PT6M; the longest is PT5M")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "q", "Properties": { "LockDuration": "1 minute" } } ] } ] } }""", "1 minute")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "q", "Properties": { "LockDuration": "-PT1M" } } ] } ] } }""", "-PT1M is not above zero")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "q", "Properties": { "MaxDeliveryCount": 0 } } ] } ] } }""", "the least is 1")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "q" }, { "Name": "Q" } ] } ] } }""", "'Q' is empty or declared twice")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ null ] } ] } }""", "null")]
    [InlineData("""{ "UserConfig": { "Namespaces": null } }""", "Namespaces")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Topics": [ { "Name": "t", "Subscriptions": [ { "Name": "s", "Rules": [ { "Name": "r", "Properties": { "FilterType": "Sql" } } ] } ] } ] } ] } }""", "the rule 'r' has a filter of type 'Sql'")]
    [InlineData("{", "depth")]
    public void A_file_that_asks_for_what_the_broker_does_not_do_is_refused_by_name(string text, string reason)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        var refusal = Assert.Throws<ServiceBusEmulatorException>(() => EntitiesFile.Read(path));
        File.Delete(path);
        Assert.StartsWith($"The entities of Service Bus cannot be read from {path}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_is_named()
    {
        var refusal = Assert.Throws<ServiceBusEmulatorException>(() => EntitiesFile.Read("nowhere.json"));
        Assert.Contains("nowhere.json", refusal.Message, StringComparison.Ordinal);
    }
}
