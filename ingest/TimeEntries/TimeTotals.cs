using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>Adds up what the threads folded.</summary>
internal sealed class TimeTotals(IReadOnlyList<TimeFold> folds, Known known, Numbers.Shared people, Numbers.Shared engagements)
{
    private const int Range = 1 << 13;

    public Content<Work> Close(SourceReading reading, Header header)
    {
        string source = TimeFile.Shape.Source;
        FaultLog faults = new(source);
        NoteLog notes = new();
        int rows = 0;
        foreach (TimeFold fold in folds)
        {
            faults.AddAll(fold.Faults);
            notes.AddAll(fold.Notes);
            rows += fold.Rows;
        }
        Tolerate.Nameless(source, faults, rows);
        int[] register = new int[engagements.Count];
        for (int number = 0; number < register.Length; number++)
            register[number] = known.EngagementNumber(engagements.Bytes(number));
        TimeStrangers strangers = new(folds, known, people, engagements, register);
        return new(
            reading with
            {
                State = rows == 0 ? ReadingState.Empty : reading.State,
                Why = rows == 0 ? Empty.Why(source) : reading.Why,
                Rows = rows,
                RowsLost = faults.RowsLost,
                LackingColumns = header.Lacking,
                Faults = faults.InOrder(),
                Unmatched = strangers.Unmatched,
                UnknownIds = strangers.Lines(),
                Matched = known.Matched(Matched(register)),
                Notes = [.. header.Notes, .. notes.InOrder(), .. faults.Note is { } note ? [note] : Array.Empty<string>()],
            },
            Work(register),
            []);
    }

    private bool[] Matched(int[] register)
    {
        bool[] matched = new bool[known.Accounts];
        foreach (TimeFold fold in folds)
            for (int number = 0; number < register.Length; number++)
                if (register[number] >= 0 && fold.Tallies.Seen(number))
                    matched[known.AccountOf(register[number])] = true;
        return matched;
    }

    private Work[] Work(int[] register)
    {
        List<(int Fold, int First)> ranges = [];
        for (int fold = 0; fold < folds.Count; fold++)
            for (int first = 1; first <= folds[fold].Cells.Count; first += Range)
                ranges.Add((fold, first));
        PersonId[] persons = new PersonId[people.Count];
        for (int i = 0; i < persons.Length; i++)
            persons[i] = new(people.Id(i));
        // What nobody knows of is no account's, and still hours of the person who booked them.
        (EngagementId Id, int Start)[] ids = new (EngagementId, int)[register.Length];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = register[i] >= 0 ? (known.Engagement(register[i]), StartOf(register[i])) : (new(engagements.Id(i)), 0);
        List<Work>[] made = new List<Work>[ranges.Count];
        Parallel.For(0, made.Length, i => made[i] = Work(ranges[i].Fold, ranges[i].First, persons, ids));
        return Joined(made);
    }

    private int StartOf(int engagement) => known.StartOf(engagement) is { } start ? NumberedDay.Of(start).Number : 0;

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
    private List<Work> Work(int fold, int first, PersonId[] persons, (EngagementId Id, int Start)[] ids)
    {
        CellTable cells = folds[fold].Cells;
        int last = Math.Min(first + Range - 1, cells.Count);
        List<Work> work = new(last - first + 1);
        WorkWeek? week = new(cells.At(first).Monday);
        Dictionary<int, WorkWeek> weeks = new() { [week.Monday] = week };
        List<DayTable.Link> days = [];
        for (int number = first; number <= last; number++)
        {
            days.Clear();
            ref Cell cell = ref cells.At(number);
            if (cell.Monday != week.Monday && !weeks.TryGetValue(cell.Monday, out week))
                weeks[cell.Monday] = week = new(cell.Monday);
            if (Whole(fold, cell, days) is { } whole)
                work.Add(whole.ToWork(persons[cell.Person], ids[cell.Engagement].Id, ids[cell.Engagement].Start, week, days));
        }
        return work;
    }

    /// <summary>The cell with what later folds have of it; null where an earlier fold has it, whose it is then.</summary>
    private Cell? Whole(int fold, Cell cell, List<DayTable.Link> days)
    {
        folds[fold].Cells.Days.AddTo(days, cell.Days);
        for (int other = 0; other < folds.Count; other++)
        {
            int same = other == fold ? CellTable.None : folds[other].Cells.Find(cell);
            if (same != CellTable.None && other < fold)
                return null;
            if (same == CellTable.None)
                continue;
            cell.Add(folds[other].Cells.At(same));
            folds[other].Cells.Days.AddTo(days, folds[other].Cells.At(same).Days);
        }
        return cell;
    }
}
