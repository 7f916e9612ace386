namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The last day of the month that the subject is for.</summary>
public static class MonthEnd
{
    public static Anchor Word { get; } = new("month end", [], (_, subject) => subject.Month?.ToDateInterval().End) { Phrase = "the end of the month" };
}
