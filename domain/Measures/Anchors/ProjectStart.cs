using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which the engagement starts, or is to start.</summary>
public static class ProjectStart
{
    public static Anchor Word { get; } = new("project start", [new(Sources.Engagements, "started_on")], (_, subject) => subject.Engagement?.StartedOn) { Phrase = "the start of the project", Meaning = Meaning };

    private static Meaning Meaning => new(
        "The day on which the engagement starts by its own record: `started_on` in engagements.csv.",
        "Hours booked earlier do not move it; `work start` is the word that counts them.")
    {
        With = ["work start"],
        Example = """
            - id: data-mapping-closed
              title: The data mapping is closed within 30 days of the project's start
              for each: engagement
              deadline: { done: data mapping closed, within: 30 days, after: project start }
            """,
    };
}
