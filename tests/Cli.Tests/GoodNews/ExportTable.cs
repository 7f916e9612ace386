using System.Text;

namespace Plumbline.Cli.Tests.GoodNews;

/// <summary>One plain file as a table of text.</summary>
internal sealed record ExportTable(string Name, string[] Columns, string[][] Rows)
{
    public byte[] Bytes() => Encoding.UTF8.GetBytes(string.Concat(new[] { Columns }.Concat(Rows).Select(row => string.Join(',', row.Select(Field)) + "\n")));

    public ExportTable Without(int column) => new(Name, Remove(Columns, column), [.. Rows.Select(r => Remove(r, column))]);

    public ExportTable With(int row, int column, string value)
    {
        string[][] rows = [.. Rows];
        rows[row] = [.. rows[row]];
        rows[row][column] = value;
        return this with { Rows = rows };
    }

    /// <summary>The row with one field more than the header, so that none of its values is believed.</summary>
    public ExportTable Widened(int row)
    {
        string[][] rows = [.. Rows];
        rows[row] = [.. rows[row], "surplus"];
        return this with { Rows = rows };
    }

    /// <summary>The row once more at the end, with another last value.</summary>
    public ExportTable Twice(int row, string last) => this with { Rows = [.. Rows, [.. Rows[row][..^1], last]] };

    private static string[] Remove(string[] row, int column) => [.. row.Where((_, i) => i != column)];

    private static string Field(string value) => value.AsSpan().IndexOfAny(",\"\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
