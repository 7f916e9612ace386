using System.Net;
using Azure.Storage.Queues.Models;

namespace Plumbline.Local.Tests.Host;

public sealed class HostProcessTests
{
    [Fact]
    public Task At_SIGTERM_a_request_and_a_message_in_hand_are_finished() => EndsInOrderAsync(host => host.SignalAsync("TERM"));

    [Fact]
    public Task At_Ctrl_C_which_reaches_the_whole_group_a_request_and_a_message_in_hand_are_finished() =>
        EndsInOrderAsync(host => host.InterruptAsync());

    [Fact]
    public async Task When_the_host_is_killed_its_worker_ends_and_its_message_comes_again()
    {
        using HostProcess host = await HostProcess.ReadyAsync();
        using var gate = new Gate();
        await host.Work.SendMessageAsync($"wait {gate.Port}");
        await gate.ArrivalAsync();
        await host.SignalAsync("KILL");
        Assert.NotEqual(0, await host.EndAsync());
        await host.WorkerGoneAsync();
        QueueMessage? again = null;
        await Patience.UntilAsync(async () => (again = await host.Work.ReceiveMessageAsync()) is not null, "the message is visible again");
        Assert.Equal(($"wait {gate.Port}", 2), (again!.MessageText, again.DequeueCount));
    }

    [Fact]
    public async Task In_Azure_it_does_not_start()
    {
        using HostProcess host = await HostProcess.StartAsync(("WEBSITE_SITE_NAME", "plumbline"));
        Assert.Equal(3, await host.EndAsync());
        await host.Lines.HearAsync("this host serves one machine, and does not start in Azure ('plumbline')");
    }

    private static async Task EndsInOrderAsync(Func<HostProcess, Task> end)
    {
        using HostProcess host = await HostProcess.ReadyAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var requestGate = new Gate();
        using var messageGate = new Gate();
        Task<HttpResponseMessage> call = client.GetAsync($"/api/wait/{requestGate.Port}");
        await host.Work.SendMessageAsync($"wait {messageGate.Port}");
        await requestGate.ArrivalAsync();
        await messageGate.ArrivalAsync();
        await end(host);
        await host.Lines.HearAsync(HostProgram.Stopping);
        requestGate.Open();
        messageGate.Open();
        using HttpResponseMessage answer = await call;
        Assert.Equal((HttpStatusCode.OK, "waited"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(0, await host.EndAsync());
        await host.WorkerGoneAsync();
        Assert.Equal(1, host.Lines.Count($"done wait {messageGate.Port}"));
        Assert.Equal(0, (await host.Work.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }
}
