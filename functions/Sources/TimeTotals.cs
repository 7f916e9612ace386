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
                Matched = known.Matched(Marked()),
                Notes = faults.Note is { } note ? [.. header.Notes, note] : header.Notes,
            },
            Work(),
            []);
    }

    private bool[] Marked()
    {
        bool[] marked = new bool[known.Accounts];
        foreach (TimeFold fold in folds)
            for (int number = 0; number < marked.Length; number++)
                marked[number] |= fold.Matched[number];
        return marked;
    }

    private ImmutableArray<Money> UnmatchedValue() =>
    [
        .. folds.SelectMany(f => f.UnmatchedValue).GroupBy(v => v.Key, v => v.Value)
            .Select(g => Cell.InMoney(g.Aggregate(Int128.Zero, (sum, value) => sum + value), Values.Currency(g.Key)))
            .OrderBy(m => m.Currency, StringComparer.Ordinal),
    ];

    private Work[] Work()
    {
        (int Fold, int First)[] ranges = [.. folds.SelectMany((fold, i) => Enumerable.Range(0, (fold.Cells.Count + Range - 1) / Range).Select(r => (i, (r * Range) + 1)))];
        List<Work>[] made = new List<Work>[ranges.Length];
        PersonId[] persons = [.. Enumerable.Range(0, people.Count).Select(i => new PersonId(people.Id(i)))];
        Parallel.For(0, ranges.Length, i => made[i] = Work(ranges[i].Fold, ranges[i].First, persons));
        return [.. made.SelectMany(m => m)];
    }

    /// <summary>In the order of the cells' numbers, which is that of the file and so mostly of the weeks.</summary>
    private List<Work> Work(int fold, int first, PersonId[] persons)
    {
        CellTable cells = folds[fold].Cells;
        int last = Math.Min(first + Range - 1, cells.Count);
        List<Work> work = new(last - first + 1);
        WorkWeek? week = new(cells.At(first).Monday);
        Dictionary<int, WorkWeek> weeks = new() { [week.Monday] = week };
        for (int number = first; number <= last; number++)
        {
            ref Cell cell = ref cells.At(number);
            if (cell.Monday != week.Monday && !weeks.TryGetValue(cell.Monday, out week))
                weeks[cell.Monday] = week = new(cell.Monday);
            if (folds.Count == 1)
                work.Add(cell.ToWork(persons[cell.Person], known.Engagement(cell.Engagement), week));
            else if (Whole(fold, cell) is { } whole)
                work.Add(whole.ToWork(persons[cell.Person], known.Engagement(cell.Engagement), week));
        }
        return work;
    }

    /// <summary>The cell with what later folds have of it; null where an earlier fold has it, whose it is then.</summary>
    private Cell? Whole(int fold, Cell cell)
    {
        for (int other = 0; other < folds.Count; other++)
        {
            int same = other == fold ? CellTable.None : folds[other].Cells.Find(cell);
            if (same != CellTable.None && other < fold)
                return null;
            if (same != CellTable.None)
                cell.Add(folds[other].Cells.At(same));
        }
        return cell;
    }
}
