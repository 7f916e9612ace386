using System.Reflection;

namespace Plumbline.Domain.Tests;

/// <summary>Where the files of the repository lie, as the build wrote it into this assembly.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The C# of a folder, without what the build makes.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories).Where(f => !IsMade(Path.GetRelativePath(Root, f)));

    private static bool IsMade(string path) => path.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin" or "artifacts" or "node_modules");
}
