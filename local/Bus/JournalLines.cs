namespace Plumbline.Local.Bus;

/// <summary>Reads a journal's lines, and cuts off a last line that has no end.</summary>
internal static class JournalLines
{
    public const byte End = (byte)'\n';

    // Far above what one call writes: a batch of 256 KiB in base64.
    private const int Longest = 8 << 20;

    public static IEnumerable<ReadOnlyMemory<byte>> Read(FileStream file)
    {
        file.Position = 0;
        byte[] buffer = new byte[64 << 10];
        (int start, int filled) = (0, 0);
        while (true)
        {
            int end = buffer.AsSpan(start, filled - start).IndexOf(End);
            if ((end < 0 ? filled - start : end) > Longest)
            {
                throw new FormatException($"it is longer than {Longest} bytes");
            }

            if (end >= 0)
            {
                yield return buffer.AsMemory(start, end);
                start += end + 1;
                continue;
            }

            (buffer, filled) = MakeRoom(buffer, start, filled);
            start = 0;
            int read = file.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
            {
                yield break;
            }

            filled += read;
        }
    }

    /// <summary>A line is answered for once its end is written, so that one without an end was never accepted.</summary>
    public static void DropTornLine(FileStream file)
    {
        byte[] buffer = new byte[64 << 10];
        long end = file.Length;
        while (end > 0)
        {
            int size = (int)Math.Min(buffer.Length, end);
            file.Position = end - size;
            file.ReadExactly(buffer, 0, size);
            int last = buffer.AsSpan(0, size).LastIndexOf(End);
            if (last >= 0)
            {
                end = end - size + last + 1;
                break;
            }

            end -= size;
        }

        if (end < file.Length)
        {
            file.SetLength(end);
        }
    }

    private static (byte[] Buffer, int Filled) MakeRoom(byte[] buffer, int start, int filled)
    {
        int rest = filled - start;
        byte[] target = rest > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        Buffer.BlockCopy(buffer, start, target, 0, rest);
        return (target, rest);
    }
}
