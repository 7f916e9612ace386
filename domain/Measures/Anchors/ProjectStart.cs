using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which the engagement starts, or is to start.</summary>
public static class ProjectStart
{
    public static Anchor Word { get; } = new("project start", [new(Sources.Engagements, "started_on")], (_, subject) => subject.Engagement?.StartedOn) { Phrase = "the start of the project" };
}
