using NodaTime;

namespace Plumbline.Domain.Facts;

/// <summary>The hours of one day of a week that were submitted on one day, billable or not; small, because there are several for each <see cref="Work"/>.</summary>
public readonly record struct DayHours
{
    private const short NotKnown = short.MinValue;
    private const decimal Scale = 1_000_000m;

    private readonly long _millionths;
    private readonly short _submittedAfter;

    /// <param name="weekday">0 for Monday.</param>
    /// <param name="submittedAfter">So many days after the Monday of the week; null where the day could not be read.</param>
    public DayHours(byte weekday, int? submittedAfter, bool isBillable, long millionths)
    {
        (Weekday, IsBillable, _millionths) = (weekday, isBillable, millionths);
        _submittedAfter = submittedAfter is { } days ? (short)Math.Clamp(days, NotKnown + 1, short.MaxValue) : NotKnown;
    }

    /// <summary>0 for Monday.</summary>
    public byte Weekday { get; }

    public bool IsBillable { get; }

    public decimal Hours => _millionths / Scale;

    public LocalDate? SubmittedOn(LocalDate monday) => _submittedAfter == NotKnown ? null : monday.PlusDays(_submittedAfter);
}
