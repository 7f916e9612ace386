using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>
/// The hours of the cells of one fold by day, day of submission and whether they are billable: chains, one for each cell, in pages that never move.
/// </summary>
internal sealed class DayTable
{
    /// <summary>Links are numbered from one: this is the end of a chain.</summary>
    public const int None = 0;

    private const int PageBits = 12;

    private readonly List<Link[]> _pages = [];
    private int _count;

    /// <summary>Adds the hours of the entry to the chain.</summary>
    /// <returns>The first link of the chain, which a new one is put before: the next entry mostly is of the same day or a new one.</returns>
    public int Add(int first, in TimeEntry entry, int monday)
    {
        byte weekday = (byte)(entry.Day - monday);
        short submitted = Submitted(entry, monday);
        for (int number = first; number != None; number = At(number).Next)
            if (At(number).Is(weekday, submitted, entry.Billable))
            {
                At(number) = At(number).Plus(entry.Hours, Value(entry));
                return first;
            }
        if (_count >> PageBits == _pages.Count)
            _pages.Add(new Link[1 << PageBits]);
        Link link = new() { Hours = entry.Hours, Value = Value(entry), Next = first };
        At(++_count) = link with { Submitted = submitted, Weekday = weekday, Billable = entry.Billable };
        return _count;
    }

    /// <summary>Adds a chain to what other folds have of the same cell.</summary>
    public void AddTo(List<Link> links, int first)
    {
        for (int number = first; number != None; number = At(number).Next)
        {
            Link link = At(number);
            int same = links.FindIndex(l => l.Is(link.Weekday, link.Submitted, link.Billable));
            if (same < 0)
                links.Add(link);
            else
                links[same] = links[same].Plus(link.Hours, link.Value);
        }
    }

    private ref Link At(int number) => ref _pages[(number - 1) >> PageBits][(number - 1) & ((1 << PageBits) - 1)];

    private static long Value(in TimeEntry entry) => entry.Billable ? entry.Value ?? 0 : 0;

    private static short Submitted(in TimeEntry entry, int monday) => entry.Submitted switch
    {
        TimeEntry.NotRead => Link.NotRead,
        // Blank is the day of the entry.
        < 0 => (short)(entry.Day - monday),
        var day => (short)Math.Clamp(day - monday, Link.NotRead + 1, short.MaxValue),
    };

    /// <summary>Hours of one day, of one day of submission, and what they are worth where they are billable, in millionths.</summary>
    internal record struct Link
    {
        public const short NotRead = short.MinValue;

        public long Hours;
        public long Value;
        public int Next;
        public short Submitted;
        public byte Weekday;
        public bool Billable;

        public readonly bool Is(byte weekday, short submitted, bool billable) => Weekday == weekday && Submitted == submitted && Billable == billable;

        public readonly Link Plus(long hours, long value) =>
            this with { Hours = Saturating.Sum(Hours, hours), Value = Saturating.Sum(Value, value) };

        public readonly DayHours ToDayHours() => new(Weekday, Submitted == NotRead ? null : Submitted, Billable, Hours);
    }
}
