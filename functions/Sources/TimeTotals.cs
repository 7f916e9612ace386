using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>Adds up what the threads folded.</summary>
internal sealed class TimeTotals(IReadOnlyList<TimeFold> folds, Known known, PersonNumbers.Shared people)
{
    private const int Range = 1 << 14;

    public Content<Work> Close(SourceReading reading, Header header)
    {
        string source = TimeFile.Shape.Source;
        FaultLog faults = new(source);
        foreach (TimeFold fold in folds)
            faults.AddAll(fold.Faults);
        int rows = folds.Sum(f => f.Rows);
        Tolerate.Nameless(source, faults, rows);
        return new(
            reading with
            {
                Rows = rows,
                LackingColumns = header.Lacking,
                Faults = faults.InOrder(),
                Unmatched = new(folds.Sum(f => f.Unmatched), UnmatchedValue()),
                Matched = [.. folds.SelectMany(f => f.Matched)],
                Notes = faults.Note is { } note ? [.. header.Notes, note] : header.Notes,
            },
            Work(),
            []);
    }

    private ImmutableArray<Money> UnmatchedValue() =>
    [
        .. folds.SelectMany(f => f.UnmatchedValue).GroupBy(v => v.Key, v => v.Value)
            .Select(g => Cell.InMoney(g.Aggregate(Int128.Zero, (sum, value) => sum + value), Values.Currency(g.Key)))
            .OrderBy(m => m.Currency, StringComparer.Ordinal),
    ];

    private Work[] Work()
    {
        (int Fold, int From)[] ranges = [.. folds.SelectMany((fold, i) => Enumerable.Range(0, (fold.Cells.Count + Range - 1) / Range).Select(r => (i, r * Range)))];
        List<Work>[] made = new List<Work>[ranges.Length];
        Parallel.For(0, ranges.Length, i => made[i] = Work(ranges[i].Fold, ranges[i].From));
        return [.. made.SelectMany(m => m)];
    }

    /// <summary>The facts of one range of one fold's cells: those that an earlier fold has too are that one's.</summary>
    private List<Work> Work(int fold, int from)
    {
        CellTable cells = folds[fold].Cells;
        int to = Math.Min(from + Range, cells.Count);
        List<Work> work = new(to - from);
        for (int i = from; i < to; i++)
            if (!AnEarlierHas(fold, cells[i]))
                work.Add(Whole(fold, cells[i]));
        return work;
    }

    private bool AnEarlierHas(int fold, in Cell cell)
    {
        for (int earlier = 0; earlier < fold; earlier++)
            if (folds[earlier].Cells.Find(cell) >= 0)
                return true;
        return false;
    }

    private Work Whole(int fold, Cell cell)
    {
        for (int later = fold + 1; later < folds.Count; later++)
            if (folds[later].Cells.Find(cell) is >= 0 and int same)
                cell.Add(folds[later].Cells[same]);
        return cell.ToWork(new PersonId(people.Id(cell.Person)), known.Engagement(cell.Engagement).Id);
    }
}
