using System.Text.Json.Nodes;

namespace Plumbline.Local.Tests.Running;

/// <summary>The program on a sample that it wrote, up once for all tests that only look at it or mend it again.</summary>
public sealed class RunningSample : IAsyncLifetime
{
    public string Home { get; } = Directory.CreateTempSubdirectory("plumbline-").FullName;

    internal LocalProgram Program { get; private set; } = null!;

    internal HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    public Task InitializeAsync()
    {
        Program = new LocalProgram("--home", Home, "--port", "0");
        return Program.UpAsync();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Program.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    /// <summary>Account and month of the service reviews that were held.</summary>
    internal static async Task<string[]> ServiceReviewsHeldAsync(HttpClient client, LocalProgram program, string home)
    {
        string key = await File.ReadAllTextAsync(Path.Combine(home, "key"));
        string rows = await client.GetStringAsync(new Uri(program.Address, $"/api/results/findings?format=json&code={key}"));
        var held = from row in JsonNode.Parse(rows)!.AsArray()
                   where (string?)row["measure"] == "service-review" && (string?)row["verdict"] is "met" or "met late"
                   select $"{row["account"]} {row["occasion"]}";
        return [.. held.Order(StringComparer.Ordinal)];
    }
}
