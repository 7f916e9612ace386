using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Ingest.Policies;

/// <summary>Which policy it is: SHA-256 over the names, lengths and bytes of its files.</summary>
internal static class PolicyHash
{
    public static string Of(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] length = new byte[8];
        foreach ((string name, byte[] bytes) in files)
        {
            // The length keeps the end of one file from being read as the beginning of the next.
            BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
