using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Plumbline.Functions.Sources;

/// <summary>Ids compared byte by byte, so that a field of a file is looked up as it stands, without making a string of it.</summary>
internal sealed class IdComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    public static readonly IdComparer Instance = new();

    // Files come from outside: nobody can prepare ids that all fall into one bucket.
    private static readonly ulong Seed = unchecked((ulong)Random.Shared.NextInt64());

    public static Dictionary<string, T> Table<T>() => new(Instance);

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public bool Equals(ReadOnlySpan<byte> alternate, string other) => other.Length == alternate.Length
        ? Ascii.Equals(alternate, other)
        : other.Length < alternate.Length && Encoding.UTF8.GetString(alternate) == other;

    public int GetHashCode([DisallowNull] string obj)
    {
        int most = Encoding.UTF8.GetMaxByteCount(obj.Length);
        Span<byte> bytes = most <= 512 ? stackalloc byte[512] : new byte[most];
        return GetHashCode(bytes[..Encoding.UTF8.GetBytes(obj, bytes)]);
    }

    public int GetHashCode(ReadOnlySpan<byte> alternate) => unchecked((int)(Hash(alternate, Seed) >> 32));

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);

    public static ulong Hash(ReadOnlySpan<byte> bytes, ulong hash)
    {
        unchecked
        {
            hash ^= (ulong)bytes.Length;
            while (bytes.Length >= 8)
            {
                hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
                bytes = bytes[8..];
            }
            ulong rest = 0;
            foreach (byte each in bytes)
                rest = (rest << 8) | each;
            return Mix(hash ^ rest);
        }
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value, 0x9E3779B97F4A7C15UL, out ulong low);
        return high ^ low;
    }
}
