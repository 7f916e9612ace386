using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>
/// Where a page ends, as a token for the request of the next. A token is taken with the table and the parameters that it was given for, and
/// with no others: under those it would skip rows without a word.
/// </summary>
internal static class Continuation
{
    private const int BytesOfCheck = 8;

    /// <param name="position">As the table service gives it.</param>
    public static string Write(string position, string table, string? filter) =>
        Base64Url.EncodeToString([.. Check(position, table, filter), .. Encoding.UTF8.GetBytes(position)]);

    /// <exception cref="RefusedException">The token was not given for this table and filter.</exception>
    public static string Read(string token, string table, string? filter)
    {
        byte[] bytes = Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : [];
        string position = Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(BytesOfCheck, bytes.Length)));
        return bytes.AsSpan().StartsWith(Check(position, table, filter)) ? position : throw new RefusedException(
            StatusCodes.Status400BadRequest, "wrong_continuation",
            "The continuation was not given for this table with these parameters; leave it out to start again.");
    }

    private static ReadOnlySpan<byte> Check(string position, string table, string? filter) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{table}\0{filter}\0{position}")).AsSpan(0, BytesOfCheck);
}
