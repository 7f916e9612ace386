using System.Buffers.Text;
using System.Security.Cryptography;

namespace Plumbline.Local.Running;

/// <summary>The key that opens the functions on this machine: a random one for each home folder, readable by its owner alone.</summary>
internal static class FunctionKey
{
    private const int Bytes = 24;

    public static string ReadOrMake(string file)
    {
        if (Directory.Exists(file))
            throw new IOException($"{file} is a folder, where the key of the functions belongs: take it away.");
        if (!File.Exists(file))
            Make(file);
        return File.ReadAllText(file);
    }

    private static void Make(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // Created so: there is no moment in which others could read it.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));
    }
}
