using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Plumbline.Functions.Sources;

/// <summary>Numbers for ids, found by the bytes of a field as it stands, without making a string of it. Any number of threads may look.</summary>
internal sealed class IdTable
{
    // Files come from outside: nobody can prepare ids that all fall into one place.
    private static readonly ulong Seed = unchecked((ulong)Random.Shared.NextInt64());

    private readonly List<int> _ends = [];
    private byte[] _bytes = new byte[1 << 10];

    // The upper half of the id's hash, and its number counted from one.
    private ulong[] _slots = new ulong[1 << 6];

    public int Count => _ends.Count;

    /// <summary>-1 where it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<byte> id) => Number(_slots[Slot(id, Hash(id, Seed))]) - 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindOrAdd(ReadOnlySpan<byte> id)
    {
        ulong hash = Hash(id, Seed);
        int slot = Slot(id, hash);
        return _slots[slot] != 0 ? Number(_slots[slot]) - 1 : Add(id, hash, slot);
    }

    public int FindOrAdd(string id) => FindOrAdd(Encoding.UTF8.GetBytes(id));

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Hash(ReadOnlySpan<byte> bytes, ulong hash)
    {
        unchecked
        {
            hash ^= (ulong)bytes.Length;
            while (bytes.Length >= 8)
            {
                hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
                bytes = bytes[8..];
            }
            ulong rest = 0;
            foreach (byte each in bytes)
                rest = (rest << 8) | each;
            return Mix(hash ^ rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value, 0x9E3779B97F4A7C15UL, out ulong low);
        return high ^ low;
    }

    private static int Number(ulong slot) => (int)(slot & int.MaxValue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(ReadOnlySpan<byte> id, ulong hash)
    {
        ulong[] slots = _slots;
        int slot = (int)(hash & (uint)(slots.Length - 1));
        while (slots[slot] != 0 && !(slots[slot] >> 32 == hash >> 32 && Bytes(Number(slots[slot]) - 1).SequenceEqual(id)))
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private ReadOnlySpan<byte> Bytes(int number)
    {
        int begin = number == 0 ? 0 : _ends[number - 1];
        return _bytes.AsSpan(begin, _ends[number] - begin);
    }

    private int Add(ReadOnlySpan<byte> id, ulong hash, int slot)
    {
        int begin = _ends.Count == 0 ? 0 : _ends[^1];
        if (begin + id.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, begin + id.Length));
        id.CopyTo(_bytes.AsSpan(begin));
        _ends.Add(begin + id.Length);
        _slots[slot] = (hash >> 32 << 32) | (uint)_ends.Count;
        if (_ends.Count > _slots.Length / 2)
            Grow();
        return _ends.Count - 1;
    }

    private void Grow()
    {
        _slots = new ulong[_slots.Length * 2];
        for (int number = 0; number < _ends.Count; number++)
        {
            ulong hash = Hash(Bytes(number), Seed);
            _slots[Slot(Bytes(number), hash)] = (hash >> 32 << 32) | (uint)(number + 1);
        }
    }
}
