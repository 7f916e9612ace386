using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plumbline.Functions.Tests.StandIns.Bus;
using Plumbline.StandIns.Bus;

namespace Plumbline.Functions.Tests.StandIns;

public sealed class BusTriggerTests : IDisposable
{
    private readonly FakeClock clock = FakeClock.At("2026-09-07T09:00:00Z");
    private readonly LocalBus bus;
    private readonly Calls calls = new();

    public BusTriggerTests()
    {
        bus = LocalBus.InMemory(clock);
        bus.Broker.Interceptor = calls.NoteAsync;
    }

    public void Dispose() => bus.Dispose();

    [Theory]
    [InlineData("ServiceBus")]
    [InlineData("AzureWebJobsServiceBus")]
    public async Task A_message_runs_its_function_and_is_completed(string setting)
    {
        await using var host = await RunningHost.StartAsync<Listening>($"--{setting}", bus.Connection);
        await bus.SendAsync("plain", new ServiceBusMessage("1") { MessageId = "m" });
        Assert.Equal("queue m", await host.Probe.NextAsync());
        await calls.DoneAsync(BusOperation.Complete);
        Assert.Null(await bus.Client.CreateReceiver("plain").PeekMessageAsync());
    }

    [Fact]
    public async Task A_subscriptions_message_runs_its_function()
    {
        await using var host = await RunningHost.StartAsync<Listening>("--ServiceBus", bus.Connection);
        await bus.SendAsync("told", new ServiceBusMessage("1") { MessageId = "m" });
        Assert.Equal("subscription m", await host.Probe.NextAsync());
        await calls.DoneAsync(BusOperation.Complete);
    }

    [Fact]
    public async Task A_message_that_its_function_fails_on_comes_again_until_it_is_dead_lettered()
    {
        await using var host = await RunningHost.StartAsync<Failing>("--ServiceBus", bus.Connection);
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        Assert.Equal([1, 2, 3], [await host.Probe.NextAsync(), await host.Probe.NextAsync(), await host.Probe.NextAsync()]);
        ServiceBusReceiver graveyard = bus.Client.CreateReceiver("plain", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        var dead = await graveyard.ReceiveMessageAsync().WaitAsync(Probe.Patience);
        Assert.Equal("MaxDeliveryCountExceeded", dead!.DeadLetterReason);
        Assert.Equal(0, host.Probe.Unread);
        Assert.Equal(Enumerable.Repeat("Function failing failed", 3), host.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task The_lock_is_kept_while_the_function_runs()
    {
        await using var host = await RunningHost.StartAsync<Patient>("--ServiceBus", bus.Connection);
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        Assert.Equal("begun", await host.Probe.NextAsync());
        for (var renewal = 1; renewal <= 3; renewal++)
        {
            await clock.AdvanceAsync(TimeSpan.FromSeconds(50));
            await calls.DoneAsync(BusOperation.Renew);
        }

        host.Probe.Open();
        Assert.Equal("ended", await host.Probe.NextAsync());
        await calls.DoneAsync(BusOperation.Complete);
        Assert.Equal(0, host.Probe.Unread);
        Assert.DoesNotContain(host.Logs.Of(LogLevel.Warning), l => l.Contains("message", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_many_messages_run_at_once_as_host_json_says()
    {
        await using var host = await RunningHost.StartAsync<Patient>("--ServiceBus", bus.Connection);
        int most = Plumbline.StandIns.HostSettings.Listening(AppContext.BaseDirectory).MaxConcurrentCalls;
        await bus.SendAsync("plain", [.. Enumerable.Range(0, most + 1).Select(n => new ServiceBusMessage($"{n}"))]);
        for (var n = 0; n < most; n++) Assert.Equal("begun", await host.Probe.NextAsync());
        var last = (await bus.Client.CreateReceiver("plain").PeekMessagesAsync(most + 1))[^1];
        Assert.Equal(0, last.DeliveryCount);
        host.Probe.Open();
        for (var n = 0; n < most + 2; n++) await host.Probe.NextAsync();
    }

    [Fact]
    public void Sixteen_messages_run_at_once_where_host_json_says_nothing()
    {
        var options = Plumbline.StandIns.HostSettings.Listening(Path.GetTempPath());
        Assert.Equal((16, TimeSpan.FromMinutes(5)), (options.MaxConcurrentCalls, options.MaxAutoLockRenewalDuration));
    }

    [Fact]
    public async Task A_stopping_host_lets_a_running_function_end_and_takes_no_other_message()
    {
        await using var host = await RunningHost.StartAsync<Patient>("--ServiceBus", bus.Connection);
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        await host.Probe.NextAsync();
        var stopped = host.Host.StopAsync();
        await bus.SendAsync("plain", new ServiceBusMessage("2"));
        host.Probe.Open();
        await stopped;
        Assert.Equal("ended", await host.Probe.NextAsync());
        var left = Assert.Single(await bus.Client.CreateReceiver("plain").PeekMessagesAsync(9));
        Assert.Equal(("2", 0), (left.Body.ToString(), left.DeliveryCount));
    }

    [Fact]
    public async Task A_function_that_runs_beyond_the_hosts_time_is_cancelled_and_its_message_comes_again()
    {
        await using var host = await RunningHost.StartAsync(
            builder => builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMilliseconds(1)), [typeof(Endless)], "--ServiceBus", bus.Connection);
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        Assert.Equal("begun", await host.Probe.NextAsync());
        await Record.ExceptionAsync(() => host.Host.StopAsync());
        Assert.Equal("cancelled", await host.Probe.NextAsync());
        var again = await bus.Client.CreateReceiver("plain").ReceiveMessageAsync().WaitAsync(Probe.Patience);
        Assert.Equal(2, again!.DeliveryCount);
        Assert.Empty(host.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task A_message_that_could_not_be_completed_is_one_warning_and_comes_again()
    {
        await using var host = await RunningHost.StartAsync<Patient>("--ServiceBus", bus.Connection);
        host.Probe.Open();
        calls.Fail(BusOperation.Complete);
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        Assert.Equal(["begun", "ended"], [await host.Probe.NextAsync(), await host.Probe.NextAsync()]);
        await calls.FailedAsync();
        await clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("begun", await host.Probe.NextAsync());
        await host.Logs.SaidAsync(LogLevel.Warning, "Function patient could not Complete a message of plain");
    }

    [Theory]
    [InlineData(typeof(Listening), null, "Function 'queue' has a Service Bus trigger, and there is no setting 'ServiceBus' or 'AzureWebJobsServiceBus' with its connection string.")]
    [InlineData(typeof(Listening), "nonsense", "Function 'queue' has a Service Bus trigger, and the setting 'ServiceBus' is wrong: ")]
    [InlineData(typeof(Undeclared), "", "Function 'undeclared' listens to 'nowhere', which ")]
    [InlineData(typeof(InSession), "", "Function 'insession' listens to 'by-session', which requires sessions: this host serves none.")]
    public async Task What_is_missing_is_said_at_start_and_the_host_runs_without_that_function(Type functions, string? connection, string fault)
    {
        string[] args = connection == null ? [] : ["--ServiceBus", connection.Length == 0 ? bus.Connection : connection];
        var logs = new HeldLogs();
        using IHost host = RunningHost.Builder([functions], args, b => b.Logging.ClearProviders().AddProvider(logs)).Build();
        await host.StartAsync();
        Assert.Contains(logs.Of(LogLevel.Error), said => said.StartsWith(fault, StringComparison.Ordinal));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_brokers_folder_and_file_may_come_from_the_settings()
    {
        string folder = Directory.CreateTempSubdirectory("plumbline-bus-").FullName, name = $"{Guid.NewGuid():N}.local";
        string[] args = ["--ServiceBus", bus.Connection.Replace(bus.Host, name, StringComparison.Ordinal), "--LOCAL_BUS_FOLDER", folder, "--LOCAL_BUS_CONFIG", LocalBus.Contract];
        await using (await RunningHost.StartAsync<Listening>(args)) Assert.True(File.Exists(Path.Combine(folder, name + ".journal")));
        Brokers.At(name).Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Listening(Probe probe)
    {
        [Function("queue")]
        public void Queue([ServiceBusTrigger("plain", Connection = "ServiceBus")] ServiceBusReceivedMessage message) => probe.See($"queue {message.MessageId}");

        [Function("subscription")]
        public void Subscription([ServiceBusTrigger("told", "all")] ServiceBusReceivedMessage message) => probe.See($"subscription {message.MessageId}");
    }

    private sealed class Failing(Probe probe)
    {
        [Function("failing")]
        public void Run([ServiceBusTrigger("plain")] ServiceBusReceivedMessage message)
        {
            probe.See(message.DeliveryCount);
            throw new InvalidOperationException();
        }
    }

    private sealed class Patient(Probe probe)
    {
        [Function("patient")]
        public async Task Run([ServiceBusTrigger("plain")] ServiceBusReceivedMessage message, CancellationToken cancellation)
        {
            probe.See("begun");
            await probe.Gate;
            probe.See(cancellation.IsCancellationRequested ? "cancelled" : "ended");
        }
    }

    private sealed class Endless(Probe probe)
    {
        [Function("endless")]
        public async Task Run([ServiceBusTrigger("plain")] ServiceBusReceivedMessage message, CancellationToken cancellation)
        {
            using var told = cancellation.Register(() => probe.See("cancelled"));
            if (message.DeliveryCount == 1) probe.See("begun");
            await Task.Delay(Timeout.Infinite, cancellation);
        }
    }

    private sealed class Undeclared
    {
        [Function("undeclared")]
        public static void Run([ServiceBusTrigger("nowhere")] ServiceBusReceivedMessage message) => message.ToString();
    }

    private sealed class InSession
    {
        [Function("insession")]
        public static void Run([ServiceBusTrigger("by-session")] ServiceBusReceivedMessage message) => message.ToString();
    }
}
