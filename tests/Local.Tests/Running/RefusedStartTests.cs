using System.Net;
using System.Net.Sockets;
using Plumbline.Local.Tests.Host;

namespace Plumbline.Local.Tests.Running;

public sealed class RefusedStartTests : IDisposable
{
    private readonly SmallExports exports = new();

    public void Dispose() => exports.Dispose();

    [Theory]
    [InlineData("70000")]
    [InlineData("eighty")]
    [InlineData("-1")]
    public Task A_port_out_of_range_is_named(string port) =>
        FailsAsync($"--port: '{port}' is not a port; it is a number from 0 to 65535.", "--port", port);

    [Fact]
    public Task A_home_without_a_name_is_refused() => FailsAsync("--home: an empty name is no folder's.", "--home", "");

    [Fact]
    public async Task A_file_given_as_the_home_is_named()
    {
        string file = Path.Combine(exports.Folder, "accounts.csv");
        Assert.Equal([$"{file} is a file: name a folder."], await ErrorsAsync("--home", file));
    }

    [Fact]
    public async Task A_folder_of_exports_that_is_missing_is_named() =>
        Assert.Equal(["--exports: there is no folder /nowhere"], await ErrorsAsync("--home", exports.Home, "--exports", "/nowhere"));

    [Fact]
    public async Task The_faults_of_a_policy_are_told()
    {
        string[] errors = await ErrorsAsync("--home", exports.Home, "--policy", exports.Folder);
        Assert.Contains(errors, line => line.Contains("measures.yaml", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(exports.Home, "sample")));
    }

    [Fact]
    public async Task Two_programs_do_not_share_a_home()
    {
        Directory.CreateDirectory(exports.Home);
        string running = Path.Combine(exports.Home, "running");
        using FileStream taken = new(running, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        const string Expected = "another Plumbline runs on the same folder: end it, or give another folder with --home.";
        Assert.Equal([Expected], await ErrorsAsync(exports.Arguments));
    }

    [Fact]
    public async Task A_taken_port_is_named_in_one_line_before_anything_is_started()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        Assert.Equal(
            [$"port {port} of 127.0.0.1 is taken: give another, or end what listens there."],
            await ErrorsAsync("--home", exports.Home, "--exports", exports.Folder, "--port", $"{port}"));
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("""[{"$type":"posted","Entity":"evaluations","Sequence":99}]""")]
    public async Task A_damaged_journal_of_the_bus_is_named_with_its_line(string line)
    {
        string journal = Path.Combine(Directory.CreateDirectory(Path.Combine(exports.Home, "bus")).FullName, "service-bus.journal");
        await File.WriteAllTextAsync(journal, $"[]\n{line}\n");
        string error = Assert.Single(await ErrorsAsync(exports.Arguments));
        Assert.StartsWith($"The journal {journal} is damaged: line 2 was not written by this emulator", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_sample_is_kept_and_told_in_one_line_and_force_writes_it_anew()
    {
        // A damaged journal ends each start as soon as the sample is there.
        string bus = Directory.CreateDirectory(Path.Combine(exports.Home, "bus")).FullName;
        await File.WriteAllTextAsync(Path.Combine(bus, "service-bus.journal"), "[null]\n");
        string[] arguments = ["--home", exports.Home, "--port", "0"];
        string sample = Path.Combine(exports.Home, "sample"), readings = Path.Combine(sample, "readings.csv");
        Assert.Equal($"Wrote a sample firm's exports to {sample}.", (await ErrorsAsync(arguments))[0]);
        File.Delete(readings);
        Assert.Equal($"The sample in {sample} was edited and is used as it is; --force writes it anew.", (await ErrorsAsync(arguments))[0]);
        Assert.False(File.Exists(readings));
        Assert.Equal($"Wrote a sample firm's exports to {sample}.", (await ErrorsAsync([.. arguments, "--force"]))[0]);
        Assert.True(File.Exists(readings));
    }

    [Fact]
    public async Task An_app_with_other_functions_is_refused_in_one_line()
    {
        string[] errors = await ErrorsAsync([.. exports.Arguments, "--app", Path.GetDirectoryName(TestApp.Worker)!]);
        int started = Array.IndexOf(errors, "Starting the functions.");
        Assert.True(started >= 0, string.Join('\n', errors));
        Assert.Single(errors[(started + 1)..]);
    }

    private static async Task FailsAsync(string line, params string[] arguments) => Assert.Contains(line, await ErrorsAsync(arguments));

    private static async Task<string[]> ErrorsAsync(params string[] arguments)
    {
        await using var program = new LocalProgram(arguments);
        int exit = await program.EndAsync();
        Assert.True(exit == 3, $"exit {exit}: {string.Join('\n', program.Errors)}");
        Assert.Empty(program.Output);
        return program.Errors;
    }
}
