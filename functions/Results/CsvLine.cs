using System.Buffers;
using System.Text;

namespace Plumbline.Functions.Results;

/// <summary>One line as RFC 4180 writes it, with texts that a spreadsheet would take for a formula made harmless.</summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(IBufferWriter<byte> output, IEnumerable<object?> cells)
    {
        bool first = true;
        foreach (object? cell in cells)
        {
            if (!first)
                output.Write(","u8);
            first = false;
            Encoding.UTF8.GetBytes(Cell(cell), output);
        }
        output.Write("\r\n"u8);
    }

    /// <summary>Only texts can be formulas: a number that is one may begin with a minus.</summary>
    internal static string Cell(object? value) => value is string text ? Quoted(Guarded(text)) : CellText.Of(value) ?? "";

    private static string Guarded(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
