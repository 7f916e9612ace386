using System.Buffers.Binary;

namespace Plumbline.Functions.Sources;

/// <summary>Days that were read before: a file says the same few hundred over and over.</summary>
internal sealed class DayMemo
{
    private const int Bits = 10;

    private readonly Known[] _known = new Known[1 << Bits];

    /// <param name="number">Counted from 0001-01-01, a Monday.</param>
    /// <param name="month">Counted from January of the year 0.</param>
    public bool TryDay(ReadOnlySpan<byte> text, out int number, out int month)
    {
        if (text.Length != 10)
        {
            number = month = 0;
            return false;
        }
        ulong head = BinaryPrimitives.ReadUInt64LittleEndian(text);
        ushort tail = BinaryPrimitives.ReadUInt16LittleEndian(text[8..]);
        ref Known known = ref _known[Place(head, tail)];
        if (known.Head != head || known.Tail != tail)
        {
            if (!Values.TryDay(text, out DateOnly day))
            {
                number = month = 0;
                return false;
            }
            known = new(head, tail, day.DayNumber, (day.Year * 12) + day.Month - 1);
        }
        (number, month) = (known.Number, known.Month);
        return true;
    }

    private static int Place(ulong head, ushort tail) => unchecked((int)((head ^ ((ulong)tail << 40)) * 0x9E3779B97F4A7C15UL >> (64 - Bits)));

    private readonly record struct Known(ulong Head, ushort Tail, int Number, int Month);
}
