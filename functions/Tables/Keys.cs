using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Functions.Tables;

/// <summary>
/// Parts of keys as the tables take them. What escapes are written with never stands in a plain part, and the tilde between parts never
/// stands in an escaped one, so that no two keys meet.
/// </summary>
public static class Keys
{
    private const int Longest = 120;
    private const int Cut = 87;
    private const int HashBytes = 16;

    private static readonly SearchValues<byte> Standing =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    // Text that is not Unicode is refused: replaced by question marks, two parts would be one key.
    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>The escaped parts with a tilde between.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder(Escape(parts[0]));
        foreach (string part in parts[1..])
            key.Append('~').Append(Escape(part));
        return key.ToString();
    }

    public static string Escape(string part)
    {
        byte[] bytes = Utf8.GetBytes(part);
        var escaped = new StringBuilder(bytes.Length);
        foreach (byte each in bytes)
        {
            if (Standing.Contains(each))
                escaped.Append((char)each);
            else
                escaped.Append('!').Append(Convert.ToHexString([each]));
        }
        return escaped.Length <= Longest ? escaped.ToString() : Shortened(escaped.ToString(), bytes);
    }

    private static string Shortened(string escaped, byte[] plain) =>
        $"{escaped.AsSpan(0, Cut)}!{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, HashBytes))}";
}
