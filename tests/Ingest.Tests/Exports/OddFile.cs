using System.Formats.Tar;
using System.Net.Sockets;

namespace Plumbline.Ingest.Tests.Exports;

/// <summary>Puts into a folder what is no file.</summary>
internal static class OddFile
{
    /// <summary>What can lie at a path: <c>pipe</c>, <c>linked pipe</c>, <c>socket</c>, <c>zeros</c> without an end, or <c>nothing</c> as a device.</summary>
    public static void Make(string what, string path)
    {
        if (what == "pipe")
            new UstarTarEntry(TarEntryType.Fifo, "x").ExtractToFile(path, overwrite: false);
        else if (what == "socket")
            Listen(path);
        else
            File.CreateSymbolicLink(path, what switch { "zeros" => "/dev/zero", "nothing" => "/dev/null", _ => Pipe(path) });
    }

    private static string Pipe(string path)
    {
        Make("pipe", path + ".pipe");
        return Path.GetFileName(path) + ".pipe";
    }

    // Elsewhere first, since the address of a socket has room for a hundred letters only.
    private static void Listen(string path)
    {
        string near = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(near));
        File.Move(near, path);
    }
}
