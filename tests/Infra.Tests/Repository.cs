using System.Reflection;

namespace Plumbline.Infra.Tests;

/// <summary>Where the files are that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot")!;

    public static string Infra { get; } = Path.Combine(Root, "infra");

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    public static string? Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(m => m.Key == key)?.Value;
}
