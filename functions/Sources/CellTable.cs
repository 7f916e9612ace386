using System.Runtime.CompilerServices;

namespace Plumbline.Functions.Sources;

/// <summary>Cells found by what they add up: an open table over pages of cells, which do not move when it grows.</summary>
internal sealed class CellTable
{
    private const int PageBits = 10;

    private readonly List<Cell[]> _pages = [];
    private int[] _slots = new int[1 << 12];

    public int Count { get; private set; }

    public ref Cell this[int index] => ref _pages[index >> PageBits][index & ((1 << PageBits) - 1)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ref Cell FindOrAdd(int person, int engagement, int monday, int month)
    {
        int slot = Slot(person, engagement, monday, month);
        if (_slots[slot] > 0)
            return ref this[_slots[slot] - 1];
        if (Count >> PageBits == _pages.Count)
            _pages.Add(new Cell[1 << PageBits]);
        ref Cell cell = ref this[Count];
        cell = new Cell(person, engagement, monday, month);
        _slots[slot] = ++Count;
        if (Count > _slots.Length / 2)
            Grow();
        return ref cell;
    }

    /// <summary>The index of the cell that adds up the same; -1 where there is none.</summary>
    public int Find(in Cell cell) => _slots[Slot(cell.Person, cell.Engagement, cell.Monday, cell.Month)] - 1;

    private int Slot(int person, int engagement, int monday, int month)
    {
        int mask = _slots.Length - 1;
        int slot = Begin(Cell.HashOf(person, engagement, monday, month), mask);
        while (_slots[slot] > 0 && !this[_slots[slot] - 1].Is(person, engagement, monday, month))
            slot = (slot + 1) & mask;
        return slot;
    }

    private static int Begin(ulong hash, int mask) => (int)(hash >> 32 & (uint)mask);

    private void Grow()
    {
        int[] slots = new int[_slots.Length * 2];
        for (int index = 0; index < Count; index++)
        {
            int slot = Begin(this[index].Hash, slots.Length - 1);
            while (slots[slot] > 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = index + 1;
        }
        _slots = slots;
    }
}
