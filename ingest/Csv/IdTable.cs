using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Plumbline.Ingest.Csv;

/// <summary>
/// Numbers for ids, found by the bytes of a field as it stands, without making a string of it. Any number of threads may look.
/// </summary>
internal sealed class IdTable
{
    // Random odd factors per process, to resist hash flooding: a multiplication by one spreads any ids evenly over its upper bits.
    private static readonly ulong First = OddFactor(), Second = OddFactor();

    // All ids, one behind the other, and where each ends.
    private byte[] _bytes = new byte[1 << 10];
    private int[] _ends = new int[1 << 6];

    // The upper half of a hash, which gives the slot and tells most ids apart, and the id's number counted from one; zero in an empty slot.
    private ulong[] _slots = new ulong[1 << 6];
    private int _shift = 64 - 6;

    public int Count { get; private set; }

    /// <summary>-1 where it is not there.</summary>
    public int Find(ReadOnlySpan<byte> id) => Number(_slots[Place(Hash(id), id)]);

    public int FindOrAdd(ReadOnlySpan<byte> id)
    {
        ulong hash = Hash(id);
        int place = Place(hash, id);
        return _slots[place] != 0 ? Number(_slots[place]) : Add(id, hash, place);
    }

    public int FindOrAdd(string id) => FindOrAdd(Encoding.UTF8.GetBytes(id));

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    public ReadOnlySpan<byte> Bytes(int number)
    {
        int begin = Begin(number);
        return new(_bytes, begin, _ends[number] - begin);
    }

    /// <summary>Whether the number is that of this id; it need not be the number of any.</summary>
    public bool Is(int number, ReadOnlySpan<byte> id) => number >= 0 && number < Count && Bytes(number).SequenceEqual(id);

    /// <summary>A hash of more than one id: give it the hash of those before.</summary>
    public static ulong Hash(ReadOnlySpan<byte> id, ulong before) => Mix(unchecked(before + Hash(id)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ReadOnlySpan<byte> id)
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
        return Mix(Mix(head) ^ tail ^ ((ulong)(uint)id.Length << 32));
    }

    private static ulong LongHash(ReadOnlySpan<byte> id)
    {
        ulong hash = (uint)id.Length;
        for (; id.Length >= 8; id = id[8..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(id));
        return hash;
    }

    // Two products of 64 bits each: one of 128 bits is slow in native code that must run on every processor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value) => Fold(Fold(value ^ (value >> 33), First), Second);

    private static ulong Fold(ulong value, ulong factor)
    {
        ulong product = unchecked(value * factor);
        return product ^ (product >> 33);
    }

    private static ulong OddFactor() => unchecked((ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue)) | 1;

    private static ulong Slot(ulong hash, int number) => (hash & 0xFFFF_FFFF_0000_0000) | (uint)(number + 1);

    private static int Number(ulong slot) => (int)(slot & int.MaxValue) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(ulong hash, ReadOnlySpan<byte> id)
    {
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        int place = (int)(hash >> _shift);
        while (slots[place] is var slot and not 0 && !((slot ^ hash) >> 32 == 0 && Bytes(Number(slot)).SequenceEqual(id)))
            place = (place + 1) & mask;
        return place;
    }

    private int Begin(int number) => number == 0 ? 0 : _ends[number - 1];

    private int Add(ReadOnlySpan<byte> id, ulong hash, int place)
    {
        int begin = Begin(Count);
        if (begin + id.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, begin + id.Length));
        if (Count == _ends.Length)
            Array.Resize(ref _ends, _ends.Length * 2);
        id.CopyTo(_bytes.AsSpan(begin));
        _ends[Count] = begin + id.Length;
        _slots[place] = Slot(hash, Count++);
        if (Count > _slots.Length / 2)
            Grow();
        return Count - 1;
    }

    // All ids differ and each slot knows its place: the ids themselves are not looked at.
    private void Grow()
    {
        ulong[] old = _slots;
        _slots = new ulong[old.Length * 2];
        _shift--;
        int mask = _slots.Length - 1;
        foreach (ulong slot in old)
        {
            if (slot == 0)
                continue;
            int place = (int)(slot >> _shift);
            while (_slots[place] != 0)
                place = (place + 1) & mask;
            _slots[place] = slot;
        }
    }
}
