using System.Collections.Immutable;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>How meetings of one kind are told from others: by category, by who attends, by title. Whatever it does not say does not matter.</summary>
/// <param name="Kind">The kind of activity that they become, in lower case.</param>
public sealed record Matcher(string Kind)
{
    /// <summary>In lower case; one of them is enough, whoever attends and whatever the title.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Somebody of a customer's attends.</summary>
    public bool WithCustomer { get; init; }

    /// <summary>So many attend, who organises among them; each is then a party of their own.</summary>
    public int? Exactly { get; init; }

    public bool NobodyFromOutside { get; init; }

    /// <summary>Words of the title; one of them is enough.</summary>
    public ImmutableArray<string> Titles { get; init; } = [];

    private bool SaysWho => WithCustomer || Exactly is not null || NobodyFromOutside;

    /// <summary>How well it fits, a category weighing more than who attends, and that more than a title; null where it does not.</summary>
    public int? Fit(Meeting meeting)
    {
        bool category = Categories.Any(c => meeting.Categories.Contains(c));
        bool who = SaysWho && IsAttended(meeting.Attendees);
        bool title = Titles.Any(t => Phrase.IsIn(meeting.Title, t));
        // Without its category it must be all else that is said of it: two people who meet do not always talk about one of them.
        bool fits = category || ((who || title) && (who || !SaysWho) && (title || Titles.IsEmpty));
        return fits ? (category ? 4 : 0) + (who ? 2 : 0) + (title ? 1 : 0) : null;
    }

    /// <summary>The parties of whom somebody must have accepted.</summary>
    public IEnumerable<IEnumerable<Attendee>> Parties(Meeting meeting, AccountId? account)
    {
        if (WithCustomer)
            yield return meeting.Attendees.Where(a => a.IsSomebody && account is { } of && a.Who.IsOf(of));
        if (Exactly is not null)
            foreach (Attendee each in meeting.Attendees.Where(a => !a.IsRoom))
                yield return [each];
        // A meeting of nobody but who called it is none.
        if (!WithCustomer && Exactly is null)
            yield return meeting.Attendees.Where(a => a.IsSomebody && !a.IsOrganiser);
    }

    /// <summary>A customer's room, or somebody who cannot be told, makes it a meeting that may be of this kind; who was there is another question.</summary>
    private bool IsAttended(ImmutableArray<Attendee> attendees) =>
        (!WithCustomer || attendees.Any(a => a.IsUnnamed || a.Who.Accounts.Length > 0))
        && (Exactly is not { } number || attendees.Count(a => !a.IsRoom) == number)
        && (!NobodyFromOutside || attendees.All(a => a.IsRoom || !a.Who.IsOutside));
}
