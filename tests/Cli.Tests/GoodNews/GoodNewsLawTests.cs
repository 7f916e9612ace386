using System.Text;

namespace Plumbline.Cli.Tests.GoodNews;

public sealed class GoodNewsLawTests
{
    private static readonly IReadOnlyList<ExportTable> Good = SmallSample.Read();
    private static readonly Judgement Before = Judgement.Of(Good.Select(t => (t.Name, t.Bytes())));

    [Fact]
    public void Explore()
    {
        var log = new StringBuilder();
        log.AppendLine($"open {Before.Open}; rows {string.Join(' ', Good.Select(t => $"{t.Name}:{t.Rows.Length}"))}");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        int n = 0;
        foreach (ExportTable table in Good)
        {
            for (int c = 0; c < table.Columns.Length; c++)
                Try($"drop {table.Name} {table.Columns[c]}", table.Name, table.Without(c).Bytes());
            Try($"refuse {table.Name}", table.Name, [.. table.Bytes(), 0xFF]);
            Try($"missing {table.Name}", table.Name, null);
            Try($"header {table.Name}", table.Name, (table with { Rows = [] }).Bytes());
            foreach (string word in new[] { "status", "kind", "role", "figure", "importance", "evidence", "system", "stakeholder_role" })
                if (Array.IndexOf(table.Columns, word) is >= 0 and int c)
                    foreach (var group in table.Rows.Select((r, i) => (r, i)).Where(x => x.r[c].Length > 0).GroupBy(x => x.r[c]))
                        foreach (var (r, i) in group.Take(2))
                            Try($"word {table.Name} {word}={group.Key} line {i + 2}", table.Name, table.With(i, c, "gibberish").Bytes());
            int step = Math.Max(1, table.Rows.Length / 12);
            for (int i = 0; i < table.Rows.Length; i += step)
            {
                Try($"widen {table.Name} line {i + 2}", table.Name, table.Widened(i).Bytes());
                for (int c = 0; c < table.Columns.Length; c++)
                    if (table.Rows[i][c].Length > 0 && !table.Columns[c].EndsWith("_id") && table.Columns[c] is not ("invoice_number" or "name" or "email" or "unit" or "category" or "participants" or "source" or "stage" or "customer_domains" or "career_level"))
                        Try($"value {table.Name} {table.Columns[c]} line {i + 2}", table.Name, table.With(i, c, "\u0001?!").Bytes());
            }
        }
        log.AppendLine($"{n} damages in {watch.Elapsed.TotalSeconds:0.0} s");
        File.WriteAllText("/tmp/explore.txt", log.ToString());

        void Try(string what, string file, byte[]? bytes)
        {
            n++;
            if (file == "accounts.csv" && (bytes is null || what.StartsWith("drop accounts.csv account_id") || what.StartsWith("refuse") || what.StartsWith("header"))) return;
            Judgement after = Judgement.Of(Good.Where(t => bytes is not null || t.Name != file).Select(t => (t.Name, t.Name == file ? bytes! : t.Bytes())));
            foreach (var group in Before.TurnedGood(after, file).GroupBy(v => v.Split(" (")[0]))
                log.AppendLine($"{what} | {group.Key} x{group.Count()} | {group.First()}");
        }
    }
}
