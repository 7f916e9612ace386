using System.Buffers.Binary;
using NodaTime;

namespace Plumbline.Ingest.Csv;

/// <summary>A day, and the numbers that entries of time are folded by.</summary>
/// <param name="Number">Counted from 0001-01-01, a Monday.</param>
/// <param name="Month">Counted from January of the year 0.</param>
internal readonly record struct NumberedDay(LocalDate Date, int Number, int Month)
{
    public static NumberedDay Of(LocalDate day) => new(day, day.ToDateOnly().DayNumber, (day.Year * 12) + day.Month - 1);
}

/// <summary>Days that were read before: a file says the same few hundred over and over.</summary>
internal sealed class DayMemo
{
    private const int Bits = 10;

    private readonly Known[] _known = new Known[1 << Bits];

    public bool TryDay(ReadOnlySpan<byte> text, out NumberedDay day)
    {
        day = default;
        if (text.Length != 10)
            return false;
        ulong head = BinaryPrimitives.ReadUInt64LittleEndian(text);
        ushort tail = BinaryPrimitives.ReadUInt16LittleEndian(text[8..]);
        ref Known known = ref _known[Place(head, tail)];
        if (known.Head != head || known.Tail != tail)
        {
            if (!Values.TryDay(text, out DateOnly read))
                return false;
            known = new(head, tail, NumberedDay.Of(Values.Local(read)));
        }
        day = known.Day;
        return true;
    }

    private static int Place(ulong head, ushort tail) => unchecked((int)((head ^ ((ulong)tail << 40)) * 0x9E3779B97F4A7C15UL >> (64 - Bits)));

    private readonly record struct Known(ulong Head, ushort Tail, NumberedDay Day);
}
