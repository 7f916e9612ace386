using System.Globalization;
using Plumbline.Domain.Facts;

namespace Plumbline.Cli.Commands;

/// <summary>Faults of one file in lines for a person: the same fault in the same column is one line, with the first row that has it and how many more do.</summary>
internal static class FaultLines
{
    /// <summary>In order of their first rows.</summary>
    public static IEnumerable<string> Of(IEnumerable<Fault> faults) =>
        // What is a fault of several accounts is one fault.
        from fault in faults.DistinctBy(f => f.Message)
        group fault by (fault.Column, fault.RowLost, Kind: KindOf(fault.Message)) into alike
        let first = alike.MinBy(f => f.Line)
        orderby first.Line, first.Message
        select alike.Count() is var rows and > 1 ? string.Create(CultureInfo.InvariantCulture, $"{first.Message} (and {rows - 1:N0} more like it{(first.Column is { } column ? $" in column {column}" : "")})") : first.Message;

    /// <summary>What is said of a value, without the value and its place.</summary>
    private static string KindOf(string message)
    {
        int colon = message.IndexOf(": ", StringComparison.Ordinal);
        string said = colon < 0 ? message : message[(colon + 2)..];
        return said is ['\'', ..] && said.IndexOf("' ", 1, StringComparison.Ordinal) is > 0 and var end ? said[(end + 2)..] : said;
    }
}
