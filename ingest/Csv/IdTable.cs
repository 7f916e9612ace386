using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Plumbline.Ingest.Csv;

/// <summary>
/// Numbers for ids, found by the bytes of a field as it stands, without making a string of it. Any number of threads may look.
/// </summary>
internal sealed class IdTable
{
    // Files come from outside: nobody can prepare ids that all fall into one place.
    private static readonly ulong Seed = unchecked((ulong)Random.Shared.NextInt64());

    // All ids, one behind the other, and where each ends.
    private byte[] _bytes = new byte[1 << 10];
    private int[] _ends = new int[1 << 6];

    // Half a hash, which tells most ids apart by itself, and the id's number counted from one; zero where there is none.
    private ulong[] _slots = new ulong[1 << 6];

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
        return Mix(Mix(head ^ Seed) ^ tail ^ ((ulong)(uint)id.Length << 32));
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

    private static ulong Slot(ulong hash, int number) => (hash & 0xFFFF_FFFF_0000_0000) | (uint)(number + 1);

    private static int Number(ulong slot) => (int)(slot & int.MaxValue) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(ulong hash, ReadOnlySpan<byte> id)
    {
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        int place = (int)(hash & (uint)mask);
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

    private void Grow()
    {
        _slots = new ulong[_slots.Length * 2];
        for (int number = 0; number < Count; number++)
        {
            ulong hash = Hash(Bytes(number));
            _slots[Place(hash, Bytes(number))] = Slot(hash, number);
        }
    }
}
