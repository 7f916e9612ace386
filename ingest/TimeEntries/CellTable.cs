namespace Plumbline.Ingest.TimeEntries;

/// <summary>
/// The cells of one fold: pages of them, which never move, and for each week a table to find them by. Entries mostly come in order
/// of their days, so that the table of their week stays near the processor.
/// </summary>
internal sealed class CellTable
{
    /// <summary>Cells are numbered from one: this is the number of no cell.</summary>
    public const int None = 0;

    private const int PageBits = 10;

    private readonly List<Cell[]> _pages = [];
    private readonly Dictionary<int, Week> _weeks = [];
    private Week _last = new();
    private int _lastMonday = -1;
    private int _lastCell = None;

    public int Count { get; private set; }

    /// <summary>The hours of its cells by day.</summary>
    public DayTable Days { get; } = new();

    public ref Cell FindOrAdd(int person, int engagement, int monday, int month)
    {
        // Mostly it is the same as that of the row before.
        if (_lastCell != None && monday == _lastMonday && At(_lastCell).Is(person, engagement, month))
            return ref At(_lastCell);
        if (monday != _lastMonday)
            Turn(monday);
        Week week = _last;
        int slot = Slot(week.Slots, person, engagement, month);
        _lastCell = week.Slots[slot];
        if (_lastCell != None)
            return ref At(_lastCell);
        if (Count >> PageBits == _pages.Count)
            _pages.Add(new Cell[1 << PageBits]);
        week.Slots[slot] = _lastCell = ++Count;
        ref Cell cell = ref At(Count);
        cell = new Cell(person, engagement, monday, month);
        if (++week.Count > week.Slots.Length / 2)
            Grow(week);
        return ref cell;
    }

    /// <summary>The number of the cell that adds up the same; none where there is none.</summary>
    public int Find(in Cell cell) => _weeks.TryGetValue(cell.Monday, out Week? week) ? week.Slots[Slot(week.Slots, cell.Person, cell.Engagement, cell.Month)] : None;

    public ref Cell At(int number) => ref _pages[(number - 1) >> PageBits][(number - 1) & ((1 << PageBits) - 1)];

    private void Turn(int monday)
    {
        if (!_weeks.TryGetValue(monday, out Week? week))
            _weeks[monday] = week = new();
        (_last, _lastMonday) = (week, monday);
    }

    private int Slot(int[] slots, int person, int engagement, int month)
    {
        int mask = slots.Length - 1;
        int slot = Cell.HashOf(person, engagement) & mask;
        while (slots[slot] != None && !At(slots[slot]).Is(person, engagement, month))
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow(Week week)
    {
        int[] slots = new int[week.Slots.Length * 4];
        foreach (int number in week.Slots)
            if (number != None)
                slots[Slot(slots, At(number).Person, At(number).Engagement, At(number).Month)] = number;
        week.Slots = slots;
    }

    /// <summary>Numbers of cells by their hash.</summary>
    private sealed class Week
    {
        public int[] Slots { get; set; } = new int[16];

        public int Count { get; set; }
    }
}
