using Plumbline.Cli.Commands;
using Plumbline.Functions.Results;
using Spectre.Console;

namespace Plumbline.Local.Running;

/// <summary>Prints the scorecard: with colour to a terminal, as aligned text to anything else.</summary>
internal static class ScorecardOutput
{
    public static void Write(Scorecard card)
    {
        if (Console.IsOutputRedirected)
            WritePlain(Console.Out, card);
        else
            WriteColoured(AnsiConsole.Console, card);
    }

    internal static void WritePlain(TextWriter output, Scorecard card)
    {
        string[][] lines = [["account", .. card.Promises], .. card.Rows.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
            output.WriteLine(string.Join("  ", line.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
        output.WriteLine(ScorecardWords.Legend);
        foreach (string line in Words(card))
            output.WriteLine(line);
    }

    private static void WriteColoured(IAnsiConsole console, Scorecard card)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("account");
        foreach (string promise in card.Promises)
            table.AddColumn(new TableColumn(Markup.Escape(promise)).RightAligned());
        foreach (ScorecardRow row in card.Rows)
            table.AddRow([new Text(OneLine.Of(row.Name)), .. row.Counts.Select(s => new Text(ScorecardWords.Cell(s), StyleOf(s.Light)))]);
        console.Write(table);
        console.WriteLine(ScorecardWords.Legend, new Style(decoration: Decoration.Dim));
        foreach (string line in Words(card))
            console.WriteLine(line);
    }

    private static string[] Cells(ScorecardRow row) => [OneLine.Of(row.Name), .. row.Counts.Select(ScorecardWords.Cell)];

    private static IEnumerable<string> Words(Scorecard card)
    {
        yield return "";
        yield return card.OpenAlerts == 0 ? "No alert is open." : $"{card.OpenAlerts} alerts are open{(card.OpenAlerts > card.Worst.Length ? $"; the {card.Worst.Length} worst" : "")}:";
        for (int i = 0; i < card.Worst.Length; i++)
            foreach (string line in ScorecardWords.Alert(i + 1, card.Worst[i]))
                yield return line;
    }

    private static Style StyleOf(Light light) => light switch
    {
        Light.Red => new(Color.Red, decoration: Decoration.Bold),
        Light.Amber => new(Color.Yellow),
        Light.Grey => new(Color.Grey),
        Light.Green => new(Color.Green),
        _ => Style.Plain,
    };
}
