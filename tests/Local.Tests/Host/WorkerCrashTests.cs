using System.Net;
using Plumbline.Local.Host;

namespace Plumbline.Local.Tests.Host;

public sealed class WorkerCrashTests
{
    [Fact]
    public async Task After_a_crash_a_new_worker_answers_and_messages_in_hand_come_again()
    {
        await using RunningHost host = await RunningHost.StartAsync(
            settings => settings with { RestartDelays = [TimeSpan.Zero, TimeSpan.Zero] }, _ => { });
        await host.SendAsync("work", "wait first");
        await host.Lines.HearAsync("took wait first, time 1");
        using HttpResponseMessage answer = await host.Client.GetAsync("/api/crash");
        Assert.Equal((HttpStatusCode.BadGateway, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        await host.Lines.HearAsync("about to crash");
        await host.Lines.HearAsync("The worker ended with exit code 134.");
        await host.Lines.HearAsync("Function Crash was cut short");
        await host.Lines.HearAsync("took wait first, time 2");
        Assert.StartsWith("Hello Ada", await host.Client.GetStringAsync("/api/hello/Ada"), StringComparison.Ordinal);
        await host.OpenAsync("first");
        await host.Lines.HearAsync("done wait first");
        await host.SendAsync("work", "crash once");
        await host.Lines.HearAsync("took crash once, time 2");
        await host.Lines.HearAsync("done crash once");
        await host.EmptyAsync("work");
    }

    [Fact]
    public async Task What_a_worker_that_ended_left_among_its_temporary_files_is_gone_when_the_next_one_answers()
    {
        await using RunningHost host = await RunningHost.StartAsync(settings => settings with { RestartDelays = [TimeSpan.Zero] }, _ => { });
        string temp = Path.Combine(host.Settings.Home, "worker-temp"), copies = Directory.CreateDirectory(Path.Combine(temp, "copies", "of")).FullName;
        await File.WriteAllTextAsync(Path.Combine(copies, "exports.csv"), "personal");
        await File.WriteAllTextAsync(Path.Combine(temp, "upload"), "personal");
        (await host.Client.GetAsync("/api/crash")).Dispose();
        await host.Lines.HearAsync("The worker ended with exit code 134.");
        await Patience.UntilAsync(async () => (await host.Client.GetAsync("/api/hello/Ada")).IsSuccessStatusCode, "the next worker answers");
        Assert.False(Directory.Exists(Path.Combine(temp, "copies")) || File.Exists(Path.Combine(temp, "upload")));
    }

    [Fact]
    public async Task A_worker_that_keeps_ending_is_restarted_after_longer_and_longer_delays_then_given_up()
    {
        string flag = Path.Combine(TestApp.NewHome(), "ends");
        var clock = new FakeClock();
        await using RunningHost host = await RunningHost.StartAsync(
            settings => settings with { TimeProvider = clock }, app => app["ENDS_IF_THERE"] = flag);
        await File.WriteAllTextAsync(flag, "");
        await host.Client.GetAsync("/api/crash");
        foreach ((int count, int seconds) in new[] { (1, 1), (2, 2), (3, 4) })
        {
            await host.Lines.HearAsync("It is restarted in", count);
            DateTimeOffset restart = clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
            await clock.SleeperAsync(restart);
            using HttpResponseMessage meanwhile = await host.Client.GetAsync("/api/hello/Ada");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, meanwhile.StatusCode);
            clock.AdvanceTo(restart);
        }

        HostException failure = await Assert.ThrowsAsync<HostException>(() => host.Host.Completion.WaitAsync(Patience.Limit));
        Assert.Contains("the worker ended with exit code 4", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("It ended 4 times within a minute and is not restarted any more.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Client.GetAsync("/api/hello/Ada")).StatusCode);
    }

    [Fact]
    public async Task What_still_runs_when_the_host_has_waited_long_enough_is_cancelled_and_its_message_given_back()
    {
        await using RunningHost host = await RunningHost.StartAsync(
            settings => settings with { DrainLimit = TimeSpan.Zero, CancelLimit = Patience.Limit }, _ => { });
        await host.SendAsync("work", "wait forever");
        Task<HttpResponseMessage> call = host.Client.GetAsync("/api/wait/ever");
        await host.Lines.HearAsync("took wait forever, time 1");
        await host.Lines.HearAsync("request ever begun");
        await host.Host.DisposeAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, (await call).StatusCode);
        Assert.Equal((1, 1), (host.Lines.Count("message forever cancelled"), host.Lines.Count("request ever cancelled")));
        Assert.Equal("wait forever", (await host.Queue("work").PeekMessageAsync()).Value.MessageText);
    }
}
