using System.Net;
using System.Net.Sockets;
using Plumbline.Local.Host;

namespace Plumbline.Local.Tests.Host;

public sealed class StartFailureTests
{
    [Fact]
    public async Task A_worker_that_ends_before_it_is_ready_is_named_with_its_exit_code_and_its_last_lines()
    {
        string message = await MessageAsync(app => app["START"] = "ends");
        Assert.StartsWith("the worker ended with exit code 3 before it was ready.", message, StringComparison.Ordinal);
        Assert.EndsWith("the app ends before it connects", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_never_connects_is_waited_for_no_longer_than_the_limit() => Assert.Equal(
        "the worker did not connect within 0.1 seconds.",
        await MessageAsync(app => app["START"] = "hangs", settings => settings with { StartLimit = TimeSpan.FromMilliseconds(100) }));

    [Theory]
    [InlineData(
        "metadata fails", "the worker could not list its functions: System.InvalidOperationException: the functions cannot be listed")]
    [InlineData("load fails", "function Broken could not be loaded: ")]
    [InlineData("without http", "the app has HTTP functions and does not serve them: call ConfigureFunctionsWebApplication")]
    public async Task A_worker_whose_functions_cannot_be_used_says_why(string start, string expected) =>
        Assert.StartsWith(expected, await MessageAsync(app => app["START"] = start), StringComparison.Ordinal);

    [Fact]
    public async Task A_setting_that_a_function_needs_is_named() => Assert.Contains(
        "asks for the connection 'Queues', and there is no setting of that name",
        await MessageAsync(app => app.Remove("Queues")),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_without_an_app_is_named()
    {
        string empty = TestApp.NewHome();
        string message = await MessageAsync(_ => { }, settings => settings with { App = empty });
        Assert.Equal($"{empty} holds no program: build the app, or name its dll.", message);
        string none = Path.Combine(empty, "none");
        Assert.StartsWith(
            $"there is no app at {none}", await MessageAsync(_ => { }, settings => settings with { App = none }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_host_json_is_named()
    {
        string folder = TestApp.NewHome();
        string dll = Path.Combine(folder, "App.dll");
        await File.WriteAllTextAsync(dll, "");
        Assert.StartsWith(
            $"{folder} has no host.json", await MessageAsync(_ => { }, settings => settings with { App = dll }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        string message = await MessageAsync(_ => { }, settings => settings with { Port = port });
        Assert.StartsWith($"port {port} of 127.0.0.1 is taken", message, StringComparison.Ordinal);
    }

    private static async Task<string> MessageAsync(
        Action<Dictionary<string, string>> adjustApp, Func<HostSettings, HostSettings>? adjust = null)
    {
        Dictionary<string, string> app = TestApp.AppSettings("UseDevelopmentStorage=true", TestApp.NewPrefix());
        adjustApp(app);
        HostSettings settings = TestApp.Settings(new HeardLines(), app);
        HostException failure = await Assert.ThrowsAsync<HostException>(
            () => FunctionsHost.StartAsync(adjust?.Invoke(settings) ?? settings, CancellationToken.None));
        // Nothing of it is left: the home folder can be used again.
        Directory.Delete(settings.Home, recursive: true);
        return failure.Message;
    }
}
