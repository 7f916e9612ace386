using System.Text;
using System.Text.Json;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>Rows of an answer, read back as RFC 4180 and JSON say and with nothing of the app's own code.</summary>
internal static class ServedRows
{
    /// <summary>The two keys of each row.</summary>
    public static string[] KeysOfJson(string json)
    {
        using JsonDocument rows = JsonDocument.Parse(json);
        return KeysOf(rows.RootElement);
    }

    /// <param name="rows">An array.</param>
    public static string[] KeysOf(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(r => $"{r.GetProperty("PartitionKey").GetString()} {r.GetProperty("RowKey").GetString()}")];

    public static string[] KeysOfCsv(string csv) => [.. OfCsv(csv).Select(r => $"{r["PartitionKey"]} {r["RowKey"]}")];

    /// <summary>By the names of its header.</summary>
    public static List<Dictionary<string, string>> OfCsv(string csv)
    {
        List<string[]> lines = Lines(csv);
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(c => c.First, c => c.Second))];
    }

    private static List<string[]> Lines(string csv)
    {
        List<string[]> lines = [];
        List<string> cells = [];
        var cell = new StringBuilder();
        bool isQuoted = false;
        foreach (char each in csv.Replace("\"\"", "\0", StringComparison.Ordinal))
        {
            if (each == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || each is not (',' or '\r' or '\n'))
                cell.Append(each == '\0' ? '"' : each);
            else if (each != '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            if (each != '\n' || isQuoted)
                continue;
            lines.Add([.. cells]);
            cells.Clear();
        }
        return lines;
    }
}
