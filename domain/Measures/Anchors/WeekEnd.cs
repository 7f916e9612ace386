using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The Sunday of the ISO week that the subject is for.</summary>
public static class WeekEnd
{
    public static Anchor Word { get; } = new("week end", [], (_, subject) => subject.Days is var (_, last) ? IsoWeek.Of(last).Sunday : null) { Phrase = "the end of the week" };
}
