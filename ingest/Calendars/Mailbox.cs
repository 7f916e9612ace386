using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Domain.Findings;

namespace Plumbline.Ingest.Calendars;

/// <summary>One mailbox as this run found it.</summary>
/// <param name="Owner">Null where the register does not know whose it is.</param>
/// <param name="Failure">Why it was not read whole, for a person; null where it was. Its meetings, if any, are there all the same.</param>
internal sealed record Mailbox(PersonId? Owner, IReadOnlyList<Meeting> Meetings, string? Failure)
{
    /// <summary>Events that could not be used, each with its place.</summary>
    public ImmutableArray<EventFault> Faults { get; init; } = [];

    /// <summary>The meetings of its events. One that stands for a series says that the export is of another kind, which does not have the meetings of series.</summary>
    /// <param name="named">What a message calls the mailbox.</param>
    /// <param name="isFile">Whether an event has a place that a reader can look up; in a mailbox its place changes with the days that are read, and it is told by its own.</param>
    public static Mailbox Of(PersonId? owner, string named, bool isFile, IEnumerable<CalendarEvent?> events, EventMeeting edge)
    {
        List<Meeting> meetings = [];
        ImmutableArray<EventFault>.Builder faults = ImmutableArray.CreateBuilder<EventFault>();
        int place = -1;
        foreach (CalendarEvent? each in events)
        {
            place++;
            if (each is { IsSeries: true })
                return new(owner, [], $"{named}, {Called(null)}: it stands for a series, whose meetings /events does not list; export calendarView, which has each meeting by itself");
            (Meeting? meeting, EventFault? fault) = each is null ? (null, new("it is no event; export events as Graph gives them", null)) : edge.Of(each, owner);
            if (meeting is not null)
                meetings.Add(meeting);
            else if (fault is not null)
                faults.Add(fault with { Message = $"{named}, {Called(fault.Day)}: {fault.Message}" });
        }
        return new(owner, meetings, null) { Faults = faults.ToImmutable() };

        string Called(LocalDate? day) => isFile ? $"value[{place}]" : day is { } on ? $"an event of {on.InWords()}" : "an event";
    }

    public static IReadOnlySet<PersonId> ReadWhole(IEnumerable<Mailbox> mailboxes) => mailboxes.Where(m => m.Failure is null).Select(m => m.Owner).OfType<PersonId>().ToHashSet();
}
