using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.Figures;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>
/// Each person on the account in each ISO week from whose Monday to whose Friday (or today) the person is assigned to it, from the first
/// whole week of which anybody of the firm could have booked time, and only where the person has hours to work and was there on some working day of it. A week that has not
/// ended can still grow.
/// </summary>
public static class PersonWeeks
{
    private const int Friday = 4;

    public static Population Word { get; } = new("person week", Sources.People,
    [
        new(Sources.Roles, "person_id", "account_id", "engagement_id", "from", "to"), new(Sources.People, "started_on", "ended_on"),
        new(Sources.Absences, "person_id", "from", "to", "decided_on"), new(Sources.Time, "entry_date", "person_id"),
    ], Of) { GoesWith = new() { Anchors = [WeekEnd.Word], Totals = [(HoursBooked.Word, AvailableHours.Word)] }, Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each person in each ISO week with a working day on which the person is on the account.",
        "Only weeks that lie wholly within time.csv are judged; the running week counts with all its days.",
        "A week wholly on leave has no finding, and neither has a person whose weekly hours are zero.")
    {
        With = ["on an account", "begun before the end"],
        Example = """
            - id: time-booked-in-time
              title: Each person books 80 % of the hours available within a working day of the week's end
              for each: person week
              deadline: { done: { total: { of: hours booked, reaches: 80 %, share of: available hours } }, within: 1 working day, after: week end }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        if (view.Firm.FirstEntry is not { } first)
            yield break;
        // An export of time that begins in the middle of a week does not tell all of that week.
        LocalDate monday = IsoWeek.Of(first.PlusDays(6)).Monday;
        foreach (Case person in PeopleOnAccount.Word.Of(view))
        {
            if (person.Refused is not null)
                yield return person;
            ILookup<IsoWeek, Work> work = view.Firm.WorkOf(person.Person.GetValueOrDefault()).ToLookup(w => w.Week);
            foreach (var (from, to) in person.Active)
                for (IsoWeek week = IsoWeek.Of(from > monday ? from.Value : monday); week.Monday <= view.Today; week = IsoWeek.Of(week.Monday.PlusWeeks(1)))
                    if (!(from > week.Monday) && !(to < LocalDate.Min(week.Monday.PlusDays(Friday), view.Today)) && IsOwed(person, week, view))
                        yield return Week(person, week, [.. work[week]], view);
        }
    }

    /// <summary>Days that nobody can tell the working ones of are owed as well.</summary>
    private static bool IsOwed(Case person, IsoWeek week, AccountView view) =>
        view.Firm.Person(person.Person.GetValueOrDefault())?.WeeklyHours is not 0m && Presence.WorkingDays(person.Person.GetValueOrDefault(), view, week.Monday, week.Sunday) is not 0;

    private static Case Week(Case person, IsoWeek week, ImmutableArray<Work> work, AccountView view) => person with
    {
        Occasion = week.ToString(), Active = [], Work = work, Days = (week.Monday, week.Sunday), StillGrowing = week.Sunday >= view.Today,
    };
}
