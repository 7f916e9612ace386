using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Why a meeting that the calendars show as scheduled may have been held all the same.</summary>
internal static class DoubtfulMeetings
{
    /// <summary>Null where it was not held, as far as the calendars can tell.</summary>
    public static Trouble? Doubted(this Activity activity) => activity.Doubt switch
    {
        Doubt.OrganiserNotRead => new(Reasons.SourceMissing,
            $"{The(activity)} is organised by {activity.Organiser}, whose mailbox was not read, and an attendee's copy never shows what the others answered") { Remedy = $"add the calendar of {activity.Organiser}, or enter what was held in {Sources.Activities}" },
        Doubt.OrganiserUnknown => new(Reasons.SourceMissing,
            $"{The(activity)} is organised by somebody whose mailbox cannot be read, and an attendee's copy never shows what the others answered") { Remedy = $"enter what was held in {Sources.Activities}, or enter the organiser in {Sources.People} and add their calendar" },
        Doubt.AnswerMissing => new(Reasons.RowsQuarantined,
            $"{The(activity)} does not say what those invited answered") { Remedy = "export the organiser's mailbox with 'status' of its attendees" },
        Doubt.AttendeeUnnamed => new(Reasons.IdentityUnmatched,
            $"{The(activity)} has an attendee without an e-mail address, who may be from outside the firm") { Remedy = $"enter what was held in {Sources.Activities}, or mend the attendee in the calendar" },
        _ => null,
    };

    /// <summary>The first doubt about any of these that lie after the one day and up to the other; null where there is none.</summary>
    public static Trouble? DoubtedIn(this IEnumerable<Activity> activities, LocalDate after, LocalDate upTo) =>
        activities.Where(a => a.Doubt is not null && a.Rung < Rung.Held && a.On > after && a.On <= upTo).OrderBy(a => a.On).Select(Doubted).FirstOrDefault(d => d is not null);

    /// <summary>The first doubt about who was at any of these that were held after the one day and up to the other; null where there is none.</summary>
    public static Trouble? UnheardIn(this IEnumerable<Activity> activities, LeftOut who, LocalDate after, LocalDate upTo) =>
        activities.Where(a => a.LeftOut.HasFlag(who) && a.On > after && a.On <= upTo)
            .OrderBy(a => a.On).Select(Doubted).FirstOrDefault(d => d is not null);

    private static string The(Activity activity) => $"{Sources.Calendars}: the {activity.Kind} of {activity.On.InWords()}";
}
