using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plumbline.Local.Tests.Host;

namespace Plumbline.Local.Tests.Running;

public sealed partial class RunningSampleTests(RunningSample sample) : IClassFixture<RunningSample>
{
    private LocalProgram Program => sample.Program;

    [Fact]
    public async Task A_first_start_writes_the_sample_runs_once_and_prints_scorecard_and_addresses_that_answer()
    {
        Assert.Equal($"Wrote a sample firm's exports to {Path.Combine(sample.Home, "sample")}.", Program.Errors[0]);
        Assert.Contains(Program.Errors, line => line.StartsWith("Uploaded 14 changed files of 14 of ", StringComparison.Ordinal));
        Assert.StartsWith("account ", Program.Output, StringComparison.Ordinal);
        Assert.Contains("alerts are open; the 10 worst:", Program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', Program.Output);
        string[] addresses = [.. Address().Matches(Program.Output).Select(m => m.Value)];
        Assert.Equal(3, addresses.Length);
        foreach (string address in addresses)
            Assert.Equal(HttpStatusCode.OK, (await sample.Client.GetAsync(new Uri(address))).StatusCode);
    }

    [Fact]
    public async Task The_results_pass_the_host_compressed_with_their_tag_and_in_pages_of_the_whole_table()
    {
        string key = await File.ReadAllTextAsync(Path.Combine(sample.Home, "key"));
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = Program.Address };
        client.DefaultRequestHeaders.Add("x-functions-key", key);
        using var compressed = new HttpRequestMessage(HttpMethod.Get, new Uri(Program.Address, $"/api/results/findings?code={key}")) { Headers = { { "Accept-Encoding", "gzip" } } };
        Assert.Equal(["gzip"], (await sample.Client.SendAsync(compressed)).Content.Headers.ContentEncoding);
        foreach (string table in JsonNode.Parse(await client.GetStringAsync(new Uri("/api/results", UriKind.Relative)))!["tables"]!.AsArray().Select(t => (string)t!["name"]!))
        {
            string[] whole = Keys(JsonNode.Parse(await client.GetStringAsync(new Uri($"/api/results/{table}?format=json", UriKind.Relative)))!);
            Assert.NotEmpty(whole);
            List<string> read = [];
            for (string? next = ""; next is not null;)
            {
                var page = new Uri($"/api/results/{table}?format=json&top=50{(next.Length == 0 ? "" : $"&continue={next}")}", UriKind.Relative);
                using HttpResponseMessage answer = await client.GetAsync(page);
                JsonNode body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
                read.AddRange(Keys(body["rows"]!));
                next = (string?)body["next"];
                Assert.Equal(next, answer.Headers.TryGetValues("x-continuation", out var told) ? told.Single() : null);
                using var again = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } } };
                using HttpResponseMessage unchanged = await client.SendAsync(again);
                Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            }
            Assert.Equal(whole, read);
        }
    }

    private static string[] Keys(JsonNode rows) => [.. rows.AsArray().Select(r => $"{r!["PartitionKey"]} {r["RowKey"]}")];

    [Fact]
    public void Its_key_is_readable_by_its_owner_alone()
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(sample.Home, "key")));
    }

    [Fact]
    public async Task Service_reviews_are_held_by_nothing_but_the_calendars_that_the_worker_reads_from_Graph()
    {
        string[] held = await RunningSample.ServiceReviewsHeldAsync(sample.Client, Program, sample.Home);
        Assert.NotEmpty(held);
        string home = Directory.CreateTempSubdirectory("plumbline-").FullName;
        string exports = Directory.CreateDirectory(Path.Combine(home, "exports")).FullName;
        // Beside the calendars, what service reviews are judged by.
        foreach (string file in new[] { "accounts.csv", "activities.csv", "contacts.csv", "engagements.csv", "people.csv", "roles.csv" })
            File.Copy(Path.Combine(sample.Home, "sample", file), Path.Combine(exports, file));
        await using (var without = new LocalProgram("--home", home, "--port", "0", "--exports", exports))
        {
            await without.UpAsync();
            string[] heldWithout = await RunningSample.ServiceReviewsHeldAsync(sample.Client, without, home);
            Assert.NotEmpty(held.Except(heldWithout));
            Assert.Empty(heldWithout.Except(held));
            Assert.Equal(0, await without.InterruptAsync());
        }
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task A_file_is_delivered_by_the_command_of_the_README()
    {
        string root = typeof(RunningSampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "RepositoryRoot").Value!;
        string command = Assert.Single(await File.ReadAllLinesAsync(Path.Combine(root, "README.md")), line => line.StartsWith("curl ", StringComparison.Ordinal));
        command = command.Replace(".plumbline/", $"{sample.Home}/", StringComparison.Ordinal).Replace("http://127.0.0.1:7071/", $"{Program.Address}", StringComparison.Ordinal);
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })!;
        string answer = await shell.StandardOutput.ReadToEndAsync();
        Assert.StartsWith("""{"export":"invoices.csv",""", answer, StringComparison.Ordinal);
        // The start had uploaded the very file.
        Assert.EndsWith("\"isNew\":false}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_worker_is_told_in_a_line_and_started_again()
    {
        int before = Program.Errors.Length;
        await Processes.SignalAsync(Program.Worker, "KILL");
        await Patience.UntilAsync(async () => await StatusAsync() == HttpStatusCode.ServiceUnavailable, "the host answers 503");
        await Patience.UntilAsync(async () => await StatusAsync() == HttpStatusCode.OK, "the functions answer again");
        string line = Assert.Single(Program.Errors[before..], l => l.StartsWith("The worker ", StringComparison.Ordinal));
        Assert.Equal("The worker ended with exit code 137. It is restarted in 00:00:01.", line);
    }

    [Fact]
    public async Task A_killed_Azurite_is_told_in_a_line_and_started_again_on_the_same_ports_with_its_rows()
    {
        await SavedAsync();
        string[] held = await RunningSample.ServiceReviewsHeldAsync(sample.Client, Program, sample.Home);
        await Processes.SignalAsync(Program.Azurite, "KILL");
        await Program.HearAsync("Azurite ended by itself; it is started again in 1 s.");
        // Each request is answered within the client's limit, with 200 or 503.
        Assert.Contains(await StatusAsync(), new[] { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable });
        await Program.HearAsync("Azurite is up again.");
        await Patience.UntilAsync(async () => await StatusAsync() == HttpStatusCode.OK, "the functions find Azurite again");
        Assert.Equal(held, await RunningSample.ServiceReviewsHeldAsync(sample.Client, Program, sample.Home));
        Assert.Single(Program.Errors, line => line.StartsWith("Azurite ended by itself", StringComparison.Ordinal));
    }

    // A kill loses what Azurite has not saved yet; it saves every five seconds.
    private Task SavedAsync()
    {
        string file = Path.Combine(sample.Home, "azurite-data", "__azurite_db_table__.json");
        return Patience.UntilAsync(IsSavedAsync, "the run is saved");

        async Task<bool> IsSavedAsync() => (await File.ReadAllTextAsync(file)).Contains("\"state\":\"finished\"", StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> StatusAsync()
    {
        using HttpResponseMessage answer = await sample.Client.GetAsync(Program.Health);
        return answer.StatusCode;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\S+")]
    private static partial Regex Address();
}
