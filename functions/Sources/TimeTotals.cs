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
        int rows = 0, unmatched = 0;
        foreach (TimeFold fold in folds)
        {
            faults.AddAll(fold.Faults);
            rows += fold.Rows;
            unmatched += fold.Unmatched;
        }
        Tolerate.Nameless(source, faults, rows);
        return new(
            reading with
            {
                Rows = rows,
                LackingColumns = header.Lacking,
                Faults = faults.InOrder(),
                Unmatched = unmatched == 0 ? Domain.Facts.Unmatched.None : new(unmatched, UnmatchedValue()),
                Matched = known.Matched(Marked()),
                Notes = faults.Note is { } note ? header.Notes.Add(note) : header.Notes,
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

    private ImmutableArray<Money> UnmatchedValue()
    {
        SortedDictionary<string, long> sums = new(StringComparer.Ordinal);
        foreach (TimeFold fold in folds)
            foreach ((int currency, long value) in fold.UnmatchedValue)
                sums[Values.Currency(currency)] = Cell.Sum(sums.GetValueOrDefault(Values.Currency(currency)), value);
        return [.. sums.Select(s => Cell.InMoney(s.Value, s.Key))];
    }

    private Work[] Work()
    {
        List<(int Fold, int First)> ranges = [];
        for (int fold = 0; fold < folds.Count; fold++)
            for (int first = 1; first <= folds[fold].Cells.Count; first += Range)
                ranges.Add((fold, first));
        PersonId[] persons = new PersonId[people.Count];
        for (int i = 0; i < persons.Length; i++)
            persons[i] = new(people.Id(i));
        List<Work>[] made = new List<Work>[ranges.Count];
        Parallel.For(0, made.Length, i => made[i] = Work(ranges[i].Fold, ranges[i].First, persons));
        return Joined(made);
    }

    private static Work[] Joined(List<Work>[] lists)
    {
        int count = 0;
        foreach (List<Work> list in lists)
            count += list.Count;
        Work[] all = new Work[count];
        int at = 0;
        foreach (List<Work> list in lists)
        {
            list.CopyTo(all, at);
            at += list.Count;
        }
        return all;
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
