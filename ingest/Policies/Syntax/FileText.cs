using System.Text;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>The content of one file of a policy.</summary>
internal sealed record FileText(byte[] Bytes, string Text)
{
    public const int MostBytes = 1_048_576;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Null, with a fault, where there is no such file, or it is not text of a size that a policy has.</summary>
    public static FileText? Read(string folder, string file, FaultList faults)
    {
        try
        {
            byte[] bytes = ReadUpTo(Path.Combine(folder, file), MostBytes + 1);
            if (bytes.Length > MostBytes)
                faults.Add(default, $"is larger than {MostBytes / 1024:N0} KB: no policy is");
            else if (Decode(bytes, faults) is not { } text)
                return null;
            else if (string.IsNullOrWhiteSpace(text))
                faults.Add(default, "is empty");
            else
                return new(bytes, text);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(default, "there is no such file");
        }
        catch (UnreadableFile e)
        {
            faults.Add(default, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(default, "cannot be opened as a file");
        }
        return null;
    }

    private static byte[] ReadUpTo(string path, int most)
    {
        using Stream stream = OrdinaryFile.Open(path);
        byte[] buffer = new byte[(int)Math.Min(stream.Length, most)];
        return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }

    private static string? Decode(byte[] bytes, FaultList faults)
    {
        ReadOnlySpan<byte> body = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + body[..Math.Max(0, e.Index)].Count((byte)'\n');
            faults.Add(new(line, 1), "is not UTF-8 text on this line");
            return null;
        }
    }
}
