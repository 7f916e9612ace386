using System.Collections.Immutable;

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
        ImmutableArray<string> named = activity.Participants;
        for (int i = 0; i < named.Length; i++)
            if (activity.Person?.Value != named[i] && named.IndexOf(named[i]) == i)
                yield return new(named[i]);
    }
}
