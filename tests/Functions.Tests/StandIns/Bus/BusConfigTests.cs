using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Plumbline.StandIns.Bus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

public class BusConfigTests
{
    [Fact]
    public void The_shipped_file_declares_what_the_app_uses()
    {
        IReadOnlyList<Entity> entities = BusConfig.Read(new BusSettings().Config);
        Assert.Equal(["evaluations", "alerts"], entities.Select(e => e.Name));
        MailboxRules queue = entities[0].Routes[0].Mailbox.Rules;
        Assert.Equal((TimeSpan.FromMinutes(5), 10, false), (queue.LockDuration, queue.MaxDeliveryCount, queue.RequiresSession));
        Assert.Equal((true, false), (entities[0].History == null, entities[1].History == null));
        Assert.Equal([("alerts/Subscriptions/all", false), ("alerts/Subscriptions/by-account", true)], entities[1].Routes.Select(r => (r.Mailbox.Path, r.Mailbox.Rules.RequiresSession)));
    }

    [Theory]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "q", "Properties": { "ForwardTo": "r" } } ] } ] } }""", "ForwardTo")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "q", "Properties": { "LockDuration": "PT6M" } } ] } ] } }""", "'q' has the lock duration PT6M; the longest is PT5M")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "q", "Properties": { "LockDuration": "1 minute" } } ] } ] } }""", "1 minute")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Topics": [ { "Name": "t", "Subscriptions": [ { "Name": "s", "Rules": [ { "Name": "r", "Properties": { "FilterType": "Sql" } } ] } ] } ] } ] } }""", "the rule 'r' has a filter of type 'Sql'")]
    [InlineData("{", "depth")]
    public void What_the_broker_does_not_do_is_refused_and_the_file_named(string text, string fault)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        var refusal = Assert.Throws<InvalidOperationException>(() => BusConfig.Read(path));
        File.Delete(path);
        Assert.StartsWith($"The entities of Service Bus cannot be read from {path}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Endpoint=sb://host/")]
    [InlineData("SharedAccessKeyName=n;SharedAccessKey=k")]
    public void A_connection_string_that_the_package_would_refuse_is_refused(string text) =>
        Assert.Throws<ArgumentException>(() => new ServiceBusClient(text));

    [Fact]
    public async Task A_credential_leads_to_no_broker_and_says_so_at_first_use()
    {
        await using var client = new ServiceBusClient("name.servicebus.windows.net", new DefaultAzureCredential());
        ServiceBusSender sender = client.CreateSender("plain");
        await Assert.ThrowsAsync<NotSupportedException>(() => sender.SendMessageAsync(new("1")));
    }
}
