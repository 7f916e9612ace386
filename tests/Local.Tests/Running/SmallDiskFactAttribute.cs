using System.Diagnostics;

namespace Plumbline.Local.Tests.Running;

/// <summary>A test on a small file system of its own; skipped where this user may not mount one.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> MayMount = new(TryMount);

    public SmallDiskFactAttribute() => Skip = MayMount.Value ? null : "this user may not mount a small file system";

    private static bool TryMount()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        string[] arguments = ["-rm", "mount", "-t", "tmpfs", "tmpfs", Path.GetTempPath()];
        using Process mount = Process.Start(new ProcessStartInfo("unshare", arguments) { RedirectStandardError = true })!;
        mount.WaitForExit();
        return mount.ExitCode == 0;
    }
}
