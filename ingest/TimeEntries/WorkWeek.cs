using NodaTime;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>What the work of one week says over and over: its days, those soon after it, its months, its currencies.</summary>
internal sealed class WorkWeek(int monday)
{
    private readonly LocalDate?[] _days = new LocalDate?[32];
    private (int Number, YearMonth Month)? _month;
    private (int Packed, string Code)? _currency;

    public int Monday => monday;

    public IsoWeek Week { get; } = IsoWeek.Of(Values.Local(DateOnly.FromDayNumber(monday)));

    public LocalDate Day(int number)
    {
        int after = number - monday;
        return after < 0 || after >= _days.Length ? Local(number) : _days[after] ??= Local(number);
    }

    public YearMonth Month(int number)
    {
        if (_month is not { } last || last.Number != number)
            _month = last = (number, new YearMonth(number / 12, (number % 12) + 1));
        return last.Month;
    }

    public string Currency(int packed)
    {
        if (_currency is not { } last || last.Packed != packed)
            _currency = last = (packed, Values.Currency(packed));
        return last.Code;
    }

    private static LocalDate Local(int number) => Values.Local(DateOnly.FromDayNumber(number));
}
