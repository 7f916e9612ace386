using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Plumbline.Local.Tests.Host;

[Collection(SharedHostTests.Name)]
public sealed class QueueTriggerTests(SharedHost shared)
{
    private readonly RunningHost host = shared.Running;

    [Fact]
    public async Task A_message_is_handled_once_and_deleted()
    {
        await host.SendAsync("work", "say hello");
        await host.Lines.HearAsync("done say hello");
        await host.EmptyAsync("work");
        Assert.Equal(1, host.Lines.Count("took say hello, time 1"));
    }

    [Fact]
    public Task A_queue_that_is_missing_is_made() => MadeAsync("orders");

    [Fact]
    public async Task A_parameter_may_be_what_the_messages_json_describes()
    {
        await host.SendAsync("orders", """{"Item":"plumb bob","Count":3}""");
        await host.Lines.HearAsync("ordered 3 of plumb bob");
    }

    [Fact]
    public async Task A_parameter_may_be_the_message_of_the_client_library()
    {
        await MadeAsync("letters");
        SendReceipt sent = await host.Queue("letters").SendMessageAsync("Dear \"Ada\"");
        await host.Lines.HearAsync($"letter Dear \"Ada\" with id {sent.MessageId}, time 1");
    }

    [Fact]
    public async Task A_message_that_fails_five_times_goes_to_the_poison_queue()
    {
        await host.SendAsync("work", "fail always");
        await host.Lines.HearAsync("failed 5 times and is now in");
        PeekedMessage poison = await host.Queue("work-poison").PeekMessageAsync();
        Assert.Equal("fail always", poison.MessageText);
        await host.EmptyAsync("work");
        Assert.Equal(5, host.Lines.Count("took fail always, time"));
    }

    [Fact]
    public async Task A_message_that_is_not_Base64_goes_to_the_poison_queue_as_it_is_and_stops_no_other()
    {
        await MadeAsync("letters");
        await host.Queue("letters", QueueMessageEncoding.None).SendMessageAsync("not *base64*");
        await host.Lines.HearAsync("is not Base64 and is now in");
        PeekedMessage poison = await host.Queue("letters-poison", QueueMessageEncoding.None).PeekMessageAsync();
        Assert.Equal("not *base64*", poison.MessageText);
        await host.SendAsync("letters", "after it");
        await host.Lines.HearAsync("letter after it");
    }

    // The service's own clock says when the second message comes: by then the first would have come again, were it not renewed.
    [Fact]
    public async Task A_message_stays_invisible_while_its_function_runs()
    {
        await host.SendAsync("work", "wait long");
        await host.Lines.HearAsync("took wait long, time 1");
        await host.SendAsync("work", "say later", host.Settings.QueueVisibility + TimeSpan.FromSeconds(1));
        await host.Lines.HearAsync("done say later");
        Assert.Equal(1, host.Lines.Count("took wait long"));
        await host.OpenAsync("long");
        await host.Lines.HearAsync("done wait long");
        await host.EmptyAsync("work");
    }

    private Task MadeAsync(string queue) =>
        Patience.UntilAsync(async () => await host.Queue(queue).ExistsAsync(), $"queue {queue} is there");
}
