namespace Plumbline.Domain.Facts;

/// <summary>Who an activity names.</summary>
public static class Participants
{
    /// <summary>The word for anybody of the customer's.</summary>
    public const string Customer = "customer";

    /// <summary>Everybody it names, each once: its person and its participants, of whom some may be contacts.</summary>
    public static IEnumerable<PersonId> People(this Activity activity)
    {
        if (activity.Person is { } person)
            yield return person;
        foreach (string participant in activity.Participants.Distinct(StringComparer.Ordinal))
            if (activity.Person?.Value != participant)
                yield return new(participant);
    }
}
