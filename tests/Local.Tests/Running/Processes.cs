using System.Diagnostics;
using System.Globalization;

namespace Plumbline.Local.Tests.Running;

/// <summary>Processes of this machine, by /proc.</summary>
internal static class Processes
{
    public static IEnumerable<int> Children(int parent) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        let id = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)
        where ParentOf(id) == parent
        select id;

    public static string Command(int id) => Read(id, "cmdline").Replace('\0', ' ');

    // A process that ended and whose parent has not asked for its exit code yet is still listed, as Z.
    public static bool IsGone(int id) => Fields(id) is [] or [['Z' or 'X', ..], ..];

    public static async Task SignalAsync(int id, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>False where a shell started this suite in the background: it and all that it starts ignore Ctrl-C then.</summary>
    public static bool HearsInterrupt(int id)
    {
        // The mask of ignored signals is hexadecimal, SIGINT its second bit.
        const string Mask = "SigIgn:";
        string line = Read(id, "status").Split('\n').First(l => l.StartsWith(Mask, StringComparison.Ordinal));
        return (Convert.ToUInt64(line[Mask.Length..].Trim(), 16) & 2) == 0;
    }

    private static int? ParentOf(int id) => Fields(id) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : null;

    // From the state on; the name before it may hold anything.
    private static string[] Fields(int id) => Read(id, "stat") is { Length: > 0 } stat ? stat.Split(") ")[^1].Split(' ') : [];

    // It may end while it is looked at.
    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
