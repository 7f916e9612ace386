using System.Text.Json;

namespace Plumbline.Local.Host.Worker;

/// <summary>Finds the program of an app: the dll that worker.config.json names, or the only one that can be run.</summary>
internal static class WorkerAssembly
{
    private const string RunnableEnding = ".runtimeconfig.json";

    /// <param name="app">A folder, or a dll.</param>
    public static string Find(string app)
    {
        string path = Path.GetFullPath(app);
        if (File.Exists(path))
        {
            return path;
        }

        if (!Directory.Exists(path))
        {
            throw new HostException($"there is no app at {path}: build it, or name its folder or its dll.");
        }

        string dll = Path.Combine(path, Configured(path) ?? OnlyRunnable(path));
        return File.Exists(dll) ? dll : throw new HostException($"the worker {dll} is missing: build the app again.");
    }

    private static string? Configured(string folder)
    {
        string file = Path.Combine(folder, "worker.config.json");
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.GetProperty("description").GetProperty("defaultWorkerPath").GetString();
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HostException($"{file} cannot be read: {failure.Message}", failure);
        }
    }

    private static string OnlyRunnable(string folder) => Directory.GetFiles(folder, "*" + RunnableEnding) switch
    {
        [var only] => Path.GetFileName(only)[..^RunnableEnding.Length] + ".dll",
        [] => throw new HostException($"{folder} holds no program: build the app, or name its dll."),
        _ => throw new HostException($"{folder} holds several programs: name the dll of the worker."),
    };
}
