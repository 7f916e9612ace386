using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Local.Running;

/// <summary>The key that opens the functions on this machine: a random one for each home folder, readable by its owner alone.</summary>
internal static class FunctionKey
{
    private const int Bytes = 24;
    private const int Letters = Bytes / 3 * 4;

    public static string ReadOrMake(string file)
    {
        if (Directory.Exists(file))
            throw new IOException($"{file} is a folder, where the key of the functions belongs: take it away.");
        // One that was cut short would be no secret.
        if (!File.Exists(file) || File.ReadAllText(file).Length < Letters)
            Make(file);
        return File.ReadAllText(file);
    }

    private static void Make(string file)
    {
        string fresh = file + ".new";
        // What a crash left would keep the mode that it has.
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // Created so: there is no moment in which others could read it.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(fresh, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes))));
            stream.Flush(flushToDisk: true);
        }
        File.Move(fresh, file, overwrite: true);
    }
}
