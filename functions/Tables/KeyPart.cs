using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Functions.Tables;

/// <summary>
/// A part of a key as it is stored: ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c> stand, any other byte of its UTF-8 is <c>!</c> and two
/// hex digits; what is longer than 120 is cut at 87 and followed by <c>!</c> and 32 hex digits of its SHA-256.
/// </summary>
public static class KeyPart
{
    private const int Longest = 120;
    private const int Kept = 87;
    private const int HashBytes = 16;

    public static string Escape(string plain)
    {
        var escaped = new StringBuilder(plain.Length);
        foreach (byte one in Encoding.UTF8.GetBytes(plain))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || one is (byte)'-' or (byte)'_' or (byte)'.')
                escaped.Append((char)one);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"!{one:x2}");
        }
        return escaped.Length <= Longest ? escaped.ToString() : $"{escaped.ToString(0, Kept)}!{Hash(plain)}";
    }

    private static string Hash(string plain) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)).AsSpan(0, HashBytes));
}
