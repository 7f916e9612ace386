using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Plumbline.Infra.Tests;

/// <summary>
/// The resources that the compiled template asks Azure for with a set of parameters. An expression is left where Azure's answer is needed.
/// </summary>
internal sealed class Deployment
{
    public const string Subscription = "11111111-1111-1111-1111-111111111111";

    /// <summary>Every optional part that no shipped set has, in one.</summary>
    public const string Secrets = """
        using '../main.bicep'
        param environmentName = 'secrets'
        param location = 'uksouth'
        param vaultSettings = { Some__Key: 'some-key', Some__Other: 'other-key' }
        """;

    private static readonly ConcurrentDictionary<(string Parameters, string Subscription), Lazy<Deployment>> Known = new();

    private Deployment(JsonNode snapshot) =>
        Resources = [.. from resource in snapshot["predictedResources"]!.AsArray() select new Resource(resource!)];

    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>The names of the sets that are shipped.</summary>
    public static string[] Sets =>
        [.. Directory.GetFiles(Path.Combine(Repository.Infra, "sets"), "*.bicepparam").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    public static TheoryData<string> Shipped => [.. Sets];

    public static IEnumerable<Deployment> All => [.. Sets.Select(OfShipped), Of(Secrets)];

    /// <summary>The values of the app's settings; expressions where Azure's answer is needed.</summary>
    public Dictionary<string, string> Settings =>
        Only("Microsoft.Web/sites/config", "/appsettings").Properties.AsObject().ToDictionary(s => s.Key, s => (string)s.Value!);

    public static Deployment OfShipped(string set) => Of(Repository.Read("infra", "sets", $"{set}.bicepparam"));

    /// <param name="parameters">The text of a file that lies beside the shipped sets.</param>
    public static Deployment Of(string parameters, string subscription = Subscription) =>
        Known.GetOrAdd((parameters, subscription), key => new(() => Make(key.Parameters, key.Subscription))).Value;

    public IEnumerable<Resource> OfType(string type) => Resources.Where(r => r.Type == type);

    /// <summary>The one resource of a type whose name ends so.</summary>
    public Resource Only(string type, string end = "") => OfType(type).Single(r => r.Name.EndsWith(end, StringComparison.Ordinal));

    private static Deployment Make(string parameters, string subscription)
    {
        // The compiler writes beside what it reads.
        string folder = Directory.CreateTempSubdirectory("plumbline-infra-").FullName;
        try
        {
            foreach (string file in Directory.GetFiles(Repository.Infra, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(folder, Path.GetRelativePath(Repository.Infra, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
            string set = Path.Combine(folder, "sets", "tried.bicepparam");
            File.WriteAllText(set, parameters);
            string[] where = ["--subscription-id", subscription, "--tenant-id", Subscription, "--location", "uksouth"];
            Bicep.Run(["snapshot", set, "--mode", "overwrite", "--deployment-name", "tried", .. where]);
            return new(JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(set, ".snapshot.json")))!);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
