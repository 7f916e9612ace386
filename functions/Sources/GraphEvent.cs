using Microsoft.Graph.Models;
using Plumbline.Ingest.Calendars;

namespace Plumbline.Functions.Sources;

/// <summary>An event of Graph's client as the rest of us know events.</summary>
internal static class GraphEvent
{
    public static CalendarEvent Of(Event from) => new()
    {
        Lacking = from.IsCancelled is null ? "isCancelled" : from.Sensitivity is null ? "sensitivity" : null,
        Uid = from.ICalUId,
        Start = Time(from.Start),
        End = Time(from.End),
        IsAllDay = from.IsAllDay == true,
        OriginalZone = from.OriginalStartTimeZone,
        IsCancelled = from.IsCancelled == true,
        IsOrganisers = from.IsOrganizer,
        IsSeries = from.Type == EventType.SeriesMaster,
        Title = from.Sensitivity == Sensitivity.Normal ? from.Subject : null,
        Categories = [.. from.Categories ?? []],
        Organiser = from.Organizer?.EmailAddress?.Address,
        Attendees = [.. (from.Attendees ?? []).Select(a => new EventAttendee(a.EmailAddress?.Address, a.EmailAddress?.Name, a.Status?.Response?.ToString(), a.Type == AttendeeType.Resource))],
        OwnResponse = from.ResponseStatus?.Response?.ToString(),
        Places = [.. (from.Locations ?? []).Append(from.Location).SelectMany(l => new[] { l?.DisplayName, l?.LocationEmailAddress, l?.LocationUri, l?.UniqueId }).OfType<string>()],
    };

    private static EventTime? Time(DateTimeTimeZone? from) => from is null ? null : new(from.DateTime, from.TimeZone);
}
