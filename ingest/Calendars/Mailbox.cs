using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Ingest.Calendars;

/// <summary>One mailbox as this run found it.</summary>
/// <param name="Owner">Null where the register does not know whose it is.</param>
/// <param name="Failure">Why it was not read whole, for a person; null where it was. Its meetings, if any, are there all the same.</param>
internal sealed record Mailbox(PersonId? Owner, IReadOnlyList<Meeting> Meetings, string? Failure)
{
    /// <summary>Events that could not be used, each with its place and what to do.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];

    /// <summary>The meetings of its events; series are left to their meetings.</summary>
    /// <param name="named">What a message calls the mailbox.</param>
    public static Mailbox Of(PersonId? owner, string named, IEnumerable<CalendarEvent?> events, EventMeeting edge)
    {
        List<Meeting> meetings = [];
        ImmutableArray<string>.Builder faults = ImmutableArray.CreateBuilder<string>();
        int place = -1;
        foreach (CalendarEvent? each in events)
        {
            place++;
            if (each is { IsSeries: true })
                continue;
            (Meeting? meeting, string? fault) = each is null ? (null, "it is no event; export events as Graph gives them") : edge.Of(each, owner);
            if (meeting is not null)
                meetings.Add(meeting);
            else
                faults.Add($"{named}, value[{place}]: {fault}");
        }
        return new(owner, meetings, null) { Faults = faults.ToImmutable() };
    }
}
