using System.Text;
using Azure.Core;

namespace Plumbline.Functions.Tables;

/// <summary>One write of a request to the table service.</summary>
/// <param name="Address">The path, with the keys where it names a row.</param>
/// <param name="Entity">The row as JSON; empty for a delete.</param>
internal readonly record struct TableOperation(string Address, ReadOnlyMemory<byte> Entity)
{
    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    private static ReadOnlySpan<byte> Version => " HTTP/1.1"u8;

    /// <summary>The request itself, or each write of a transaction.</summary>
    public static IEnumerable<TableOperation> Read(RequestMethod method, string path, ReadOnlyMemory<byte> body) =>
        method == RequestMethod.Post && path.EndsWith("/$batch", StringComparison.Ordinal) ? Parts(body) : [new(path, body)];

    // The parts are requests: a line that ends with the version, headers, an empty line, and the row in one line of JSON, which has no line end inside.
    private static IEnumerable<TableOperation> Parts(ReadOnlyMemory<byte> body)
    {
        string? address = null;
        bool isBody = false;
        while (body.Length > 0)
        {
            int end = body.Span.IndexOf(LineEnd);
            ReadOnlyMemory<byte> line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + LineEnd.Length)..];
            if (address is null)
                address = AddressIn(line.Span);
            else if (isBody)
            {
                yield return new(address, line.Span.StartsWith("{"u8) ? line : default);
                (address, isBody) = (null, false);
            }
            else
                isBody = line.IsEmpty;
        }
        if (address is not null)
            yield return new(address, default);
    }

    // POST http://host/account/table?query HTTP/1.1
    private static string? AddressIn(ReadOnlySpan<byte> line)
    {
        if (!line.EndsWith(Version))
            return null;
        string[] words = Encoding.UTF8.GetString(line).Split(' ');
        return words.Length == 3 && Uri.TryCreate(words[1], UriKind.Absolute, out Uri? uri) ? uri.AbsolutePath : null;
    }
}
