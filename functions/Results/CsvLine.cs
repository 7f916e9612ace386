using System.Buffers;
using System.Text;

namespace Plumbline.Functions.Results;

/// <summary>
/// One line as RFC 4180 writes it, with texts that a spreadsheet would take for a formula made harmless, and without control characters: a
/// tab or a line break is a space, any other is shown as U+FFFD. Were it dropped, what follows it could become a formula.
/// </summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"");

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
    internal static string Cell(object? value) => value is string text ? Quoted(Plain(Guarded(text))) : CellText.Of(value) ?? "";

    private static string Guarded(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;

    private static string Plain(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Replace("\r\n", " ", StringComparison.Ordinal).Select(Plain)) : text;

    private static char Plain(char each) => each switch
    {
        '\t' or '\r' or '\n' => ' ',
        _ => char.IsControl(each) ? '\uFFFD' : each,
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
