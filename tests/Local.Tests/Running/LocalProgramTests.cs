using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Plumbline.Functions.Tests.Running;

public sealed partial class LocalProgramTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("plumbline").FullName;

    [Fact]
    public async Task Without_a_command_all_runs_on_this_machine_until_Ctrl_C_and_a_second_start_finds_its_rows()
    {
        using (var first = new LocalProgram("--home", _home, "--port", "0"))
        {
            await first.UpAsync();
            Assert.Matches("alerts are open; the 10 worst:", first.Output);
            Assert.DoesNotContain('\u001b', first.Output);
            await AssertServesAsync(first.Output);
            Assert.Equal(0, await first.InterruptAsync());
        }
        using var second = new LocalProgram("--home", _home, "--port", "0", "--once");
        Assert.Equal(0, await second.EndAsync());
        Assert.StartsWith("The sample firm's exports of today are in", second.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port", "eighty")]
    [InlineData("--port", "-1")]
    public async Task A_port_that_is_none_is_refused(params string[] arguments)
    {
        using var program = new LocalProgram(arguments);
        Assert.Equal(3, await program.EndAsync());
        Assert.Contains("port", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_without_a_name_is_refused()
    {
        using var program = new LocalProgram("--home", "");
        Assert.Equal(3, await program.EndAsync());
        Assert.Contains("--home: an empty name is no folder's.", program.Errors.Split('\n'));
    }

    [Fact]
    public async Task A_file_given_as_the_home_is_named()
    {
        string file = Path.Combine(_home, "file");
        await File.WriteAllTextAsync(file, "");
        using var program = new LocalProgram("--home", file);
        Assert.Equal((3, $"{file} is a file: name a folder."), (await program.EndAsync(), program.Errors.Trim()));
    }

    [Fact]
    public async Task Two_do_not_run_on_one_folder()
    {
        using FileStream taken = new(Path.Combine(_home, "running"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var program = new LocalProgram("--home", _home, "--once");
        Assert.Equal(3, await program.EndAsync());
        Assert.StartsWith("another Plumbline runs on the same folder", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var program = new LocalProgram("--home", _home, "--port", $"{port}", "--once");
        Assert.Equal(3, await program.EndAsync());
        string[] lines = program.Errors.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith($"port {port} of 127.0.0.1 is taken: ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_journal_is_named_with_its_line()
    {
        string journal = Path.Combine(Directory.CreateDirectory(Path.Combine(_home, "bus")).FullName, "localhost.journal");
        await File.WriteAllTextAsync(journal, "not ours\n");
        using var program = new LocalProgram("--home", _home, "--port", "0", "--once");
        Assert.Equal(3, await program.EndAsync());
        Assert.Equal($"Line 1 of the journal {journal} is not one of ours.", program.Errors.Split('\n')[^1]);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private async Task AssertServesAsync(string output)
    {
        using var client = new HttpClient();
        foreach (Match address in Address().Matches(output))
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(address.Value))).StatusCode);
        Assert.Equal(3, Address().Count(output));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_home, "key")));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\S+")]
    private static partial Regex Address();
}
