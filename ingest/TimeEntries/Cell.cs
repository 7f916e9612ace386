using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>The entries of one person on one engagement in one ISO week and calendar month, added up.</summary>
internal struct Cell
{
    private const int Several = -1;

    public int Person;
    public int Engagement;
    public int Monday;
    public int Month;
    private long _hours;
    private long _billable;
    private long _development;
    private long _value;
    private int _currency;
    private int _valued;
    private int _unvalued;
    private int _entries;
    private int _notApproved;
    private int _approved;
    private byte _first;
    private byte _last;
    private int _days;

    public Cell(int person, int engagement, int monday, int month)
    {
        (Person, Engagement, Monday, Month) = (person, engagement, monday, month);
        (_first, _approved) = (byte.MaxValue, -1);
    }

    public static int HashOf(int person, int engagement) =>
        unchecked((int)((((ulong)(uint)person << 32) | (uint)engagement) * 0x9E3779B97F4A7C15UL >> 33));

    public readonly bool Is(int person, int engagement, int month) => Person == person && Engagement == engagement && Month == month;

    public void Add(in TimeEntry entry, int today, DayTable days)
    {
        _days = days.Add(_days, entry, Monday);
        _hours = Saturating.Sum(_hours, entry.Hours);
        _entries++;
        if (entry.Approved >= 0 && entry.Approved <= today)
            _approved = Math.Max(_approved, entry.Approved);
        else
            _notApproved++;
        byte weekday = (byte)(entry.Day - Monday);
        _first = Math.Min(_first, weekday);
        _last = Math.Max(_last, weekday);
        if (entry.Development)
            _development = Saturating.Sum(_development, entry.Hours);
        if (entry.Billable)
            AddBillable(entry);
    }

    /// <summary>Adds all but the hours by day, which are another table's.</summary>
    public void Add(in Cell other)
    {
        _hours = Saturating.Sum(_hours, other._hours);
        _billable = Saturating.Sum(_billable, other._billable);
        _development = Saturating.Sum(_development, other._development);
        _entries += other._entries;
        _notApproved += other._notApproved;
        _unvalued += other._unvalued;
        _first = Math.Min(_first, other._first);
        _last = Math.Max(_last, other._last);
        _approved = Math.Max(_approved, other._approved);
        if (other._valued > 0)
            AddValue(other._value, other._currency, other._valued);
    }

    public readonly int Entries => _entries;

    /// <summary>Where the chain of its hours by day begins.</summary>
    public readonly int Days => _days;

    /// <summary>What the billable entries are worth, in millionths; null where none says so, or they are in several currencies.</summary>
    public readonly (int Currency, long Value)? Worth => _valued == 0 || _currency == Several ? null : (_currency, _value);

    /// <param name="start">The day on which the engagement starts, counted as days are; zero where that is not known.</param>
    public readonly Work ToWork(PersonId person, EngagementId engagement, int start, WorkWeek week, List<DayTable.Link> days)
    {
        string currency = week.Currency(Math.Max(_currency, 0));
        return new Work(person, engagement, week.Week, week.Month(Month))
        {
            Hours = Units(_hours),
            BillableHours = Units(_billable),
            DevelopmentHours = Units(_development),
            Value = InMoney(_value, currency).Minor,
            ValueBeforeStart = start > Monday ? InMoney(ValueBefore(start - Monday, days), currency).Minor : 0,
            Currency = _currency == Several ? null : currency,
            ValueIsWhole = _unvalued == 0,
            Entries = _entries,
            NotApproved = _notApproved,
            FirstDay = week.Day(Monday + _first),
            LastDay = week.Day(Monday + _last),
            Weekdays = Worked(days),
            Days = [.. days.Select(d => d.ToDayHours())],
            LatestApproval = _approved < 0 ? null : week.Day(_approved),
        };
    }

    /// <summary>The days on which the hours come to more than zero, whatever corrections took off.</summary>
    private static byte Worked(List<DayTable.Link> days)
    {
        Span<long> hours = stackalloc long[7];
        foreach (DayTable.Link link in days)
            hours[link.Weekday] = Saturating.Sum(hours[link.Weekday], link.Hours);
        byte worked = 0;
        for (int weekday = 0; weekday < hours.Length; weekday++)
            if (hours[weekday] > 0)
                worked |= (byte)(1 << weekday);
        return worked;
    }

    private static long ValueBefore(int weekday, List<DayTable.Link> days)
    {
        long value = 0;
        foreach (DayTable.Link link in days)
            if (link.Weekday < weekday)
                value = Saturating.Sum(value, link.Value);
        return value;
    }

    /// <summary>Millionths as an amount, rounded half away from zero.</summary>
    public static Money InMoney(long millionths, string currency)
    {
        long by = Money.Decimals(currency) switch { 0 => 1_000_000, 3 => 1_000, _ => 10_000 };
        (long whole, long rest) = Math.DivRem(millionths, by);
        return new(whole + (rest * 2 >= by ? 1 : rest * 2 <= -by ? -1 : 0), currency);
    }

    /// <summary>With no more decimals than it needs, as a person would write it.</summary>
    private static decimal Units(long millionths)
    {
        byte scale = 6;
        for (; scale > 0 && millionths % 10 == 0; scale--)
            millionths /= 10;
        ulong size = millionths < 0 ? (ulong)-(millionths + 1) + 1 : (ulong)millionths;
        return new decimal(unchecked((int)size), unchecked((int)(size >> 32)), 0, millionths < 0, scale);
    }

    private void AddBillable(in TimeEntry entry)
    {
        _billable = Saturating.Sum(_billable, entry.Hours);
        if (entry.Value is { } value)
            AddValue(value, entry.Currency, 1);
        else
            _unvalued++;
    }

    private void AddValue(long value, int currency, int entries)
    {
        _currency = _valued == 0 || _currency == currency ? currency : Several;
        _valued += entries;
        _value = Saturating.Sum(_value, value);
    }
}
