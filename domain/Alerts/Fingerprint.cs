using System.Security.Cryptography;
using System.Text;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Alerts;

/// <summary>
/// The identity of an alert, derived from measure, account and alert key and never from text or amounts: the first 16 bytes of the
/// SHA-256 over the three in UTF-8, each ended by a zero byte, as 32 lower-case hex digits.
/// </summary>
public static class Fingerprint
{
    private const int Bytes = 16;

    public static string Of(string measure, AccountId account, string key)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{measure}\0{account}\0{key}\0"));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }
}
