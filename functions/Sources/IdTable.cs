using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Plumbline.Functions.Sources;

/// <summary>
/// Numbers for ids, found by the bytes of a field as it stands, without making a string of it. Any number of threads may look. Ids of
/// up to 16 bytes, which most are, stand in their slots and are compared as two numbers.
/// </summary>
internal sealed class IdTable
{
    // Files come from outside: nobody can prepare ids that all fall into one place.
    private static readonly ulong Seed = unchecked((ulong)Random.Shared.NextInt64());

    // All ids, one behind the other, and where each ends.
    private byte[] _bytes = new byte[1 << 10];
    private int[] _ends = new int[1 << 6];
    private Slot[] _slots = new Slot[1 << 6];

    public int Count { get; private set; }

    /// <summary>-1 where it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<byte> id) => _slots[Place(_slots, Code(id), id)].Number - 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindOrAdd(ReadOnlySpan<byte> id)
    {
        Slot code = Code(id);
        int place = Place(_slots, code, id);
        return _slots[place].Number > 0 ? _slots[place].Number - 1 : Add(id, code, place);
    }

    public int FindOrAdd(string id) => FindOrAdd(Encoding.UTF8.GetBytes(id));

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    /// <summary>A hash of more than one id: give it the hash of those before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Hash(ReadOnlySpan<byte> id, ulong before)
    {
        Slot code = Code(id);
        return Mix(unchecked(before + code.Hash));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Slot Code(ReadOnlySpan<byte> id)
    {
        ulong head = 0, tail = 0;
        if (id.Length > 16)
            (head, tail) = (LongHash(id), BinaryPrimitives.ReadUInt64LittleEndian(id[^8..]));
        else if (id.Length >= 8)
            (head, tail) = (BinaryPrimitives.ReadUInt64LittleEndian(id), BinaryPrimitives.ReadUInt64LittleEndian(id[^8..]));
        else if (id.Length >= 4)
            head = BinaryPrimitives.ReadUInt32LittleEndian(id) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(id[^4..]) << 32);
        else if (id.Length > 0)
            head = id[0] | ((ulong)id[id.Length / 2] << 8) | ((ulong)id[^1] << 16);
        return new(head, tail, id.Length, 0);
    }

    private static ulong LongHash(ReadOnlySpan<byte> id)
    {
        ulong hash = Seed;
        for (; id.Length >= 8; id = id[8..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(id));
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value, 0x9E3779B97F4A7C15UL, out ulong low);
        return high ^ low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(Slot[] slots, in Slot code, ReadOnlySpan<byte> id)
    {
        int mask = slots.Length - 1;
        int place = (int)(code.Hash & (uint)mask);
        while (slots[place].Number > 0 && !(slots[place].Is(code) && (code.Length <= 16 || Bytes(slots[place].Number - 1).SequenceEqual(id))))
            place = (place + 1) & mask;
        return place;
    }

    public ReadOnlySpan<byte> Bytes(int number) => _bytes.AsSpan(Begin(number).._ends[number]);

    private int Begin(int number) => number == 0 ? 0 : _ends[number - 1];

    private int Add(ReadOnlySpan<byte> id, in Slot code, int place)
    {
        int begin = Begin(Count);
        if (begin + id.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, begin + id.Length));
        if (Count == _ends.Length)
            Array.Resize(ref _ends, _ends.Length * 2);
        id.CopyTo(_bytes.AsSpan(begin));
        _ends[Count] = begin + id.Length;
        _slots[place] = code with { Number = ++Count };
        if (Count > _slots.Length / 2)
            Grow();
        return Count - 1;
    }

    private void Grow()
    {
        Slot[] slots = new Slot[_slots.Length * 2];
        foreach (Slot slot in _slots)
            if (slot.Number > 0)
                slots[Place(slots, slot, Bytes(slot.Number - 1))] = slot;
        _slots = slots;
    }

    /// <summary>An id as numbers, and its own number counted from one.</summary>
    private readonly record struct Slot(ulong Head, ulong Tail, int Length, int Number)
    {
        public ulong Hash => Mix(Mix(Head ^ Seed) ^ Tail ^ ((ulong)(uint)Length << 32));

        public bool Is(in Slot other) => Head == other.Head && Tail == other.Tail && Length == other.Length;
    }
}
