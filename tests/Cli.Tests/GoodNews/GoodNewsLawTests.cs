using Xunit.Abstractions;

namespace Plumbline.Cli.Tests.GoodNews;

/// <summary>
/// The good-news law: whatever damages an input, a finding that was breached or at risk stays so, or is unknown for a reason that names the
/// file and the line. It never becomes good news, and it never disappears.
/// </summary>
public sealed class GoodNewsLawTests(ITestOutputHelper output)
{
    private const int Seed = 20261130;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("PLUMBLINE_LONG") == "1";
    private static readonly (IReadOnlyList<ExportTable> Tables, IReadOnlyList<SampleMailbox> Mailboxes) Small = SmallSample.Read();
    private static readonly IReadOnlyList<ExportTable> Firm = Small.Tables;
    private static readonly IReadOnlyList<(string Name, byte[] Bytes)> Files = [.. Firm.Select(t => (t.Name, t.Bytes())), .. Small.Mailboxes.Select(m => (m.Name, m.Bytes()))];
    private static readonly Judgement Whole = Judgement.Of(Files);

    [Fact]
    public void The_small_firm_breaks_most_measures() => Assert.InRange(Whole.OpenMeasures, 50, int.MaxValue);

    [Fact]
    public void The_small_firm_breaks_every_measure_of_its_own() =>
        Assert.Equal(["own-absences", "own-claims", "own-clock", "own-net", "own-outstanding", "own-total"], Whole.OpenOwnMeasures);

    [Fact]
    public void A_file_that_is_refused_missing_or_empty_is_no_good_news() => Hold("files", Firm.SelectMany(Damages.OfFile));

    [Fact]
    public void A_column_that_is_missing_is_no_good_news() => Hold("columns", Firm.SelectMany(Damages.OfColumns));

    [Fact]
    public void A_word_that_nobody_knows_is_no_good_news() => Hold("words", Firm.SelectMany(t => Damages.OfWords(t, each: IsLong ? int.MaxValue : 1)));

    [Fact]
    public void A_row_that_cannot_be_used_is_no_good_news() => Hold("rows", Firm.SelectMany(t => Spread(t, IsLong ? t.Rows.Length : 1).SelectMany(row => Damages.OfRow(t, row))));

    [Fact]
    public void A_mailbox_that_is_refused_cut_off_or_missing_is_no_good_news() => Hold("mailboxes", Small.Mailboxes.SelectMany(CalendarDamages.OfFile));

    [Fact]
    public void An_event_that_cannot_be_read_is_no_good_news() => Hold("events",
        Small.Mailboxes.Where((_, i) => IsLong || i % 5 == 0).SelectMany(m => Enumerable.Range(0, m.Events.Length).Where(i => IsLong || i == m.Events.Length - 1).SelectMany(i => CalendarDamages.OfEvent(m, i))));

    [Fact]
    public void Random_damage_is_no_good_news()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        Hold("random", Enumerable.Range(0, IsLong ? 20_000 : 60).Select(_ => Damages.Any(Firm, random)).ToArray());
    }

    private static IEnumerable<int> Spread(ExportTable table, int count) => Enumerable.Range(0, count).Select(i => (int)((i + 0.5) * table.Rows.Length / count));

    private static void Hold(string kind, IEnumerable<Damage> damages)
    {
        int judged = 0;
        List<string> wrong = [];
        foreach (Damage damage in damages)
        {
            judged++;
            Judgement after = Judgement.Of(
                from whole in Files
                where damage.Bytes is not null || whole.Name != damage.File
                select whole.Name == damage.File ? (whole.Name, damage.Bytes!) : whole);
            wrong.AddRange(Whole.TurnedGood(after, damage.Naming).Select(found => $"{damage}: {found}"));
        }
        if (Environment.GetEnvironmentVariable("PLUMBLINE_REPORT") is { Length: > 0 } file)
            File.AppendAllText(file, $"good-news law held against damaged {kind}: {judged}{Environment.NewLine}");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {judged} damages: {string.Join(Environment.NewLine, wrong.Take(40))}");
        Assert.NotEqual(0, judged);
    }
}
