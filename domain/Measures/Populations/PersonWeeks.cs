using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>People in the weeks in which they have hours to work on the account (IW).</summary>
public static class PersonWeeks
{
    public static Population Word { get; } = new("person week", Sources.People,
    [
        .. RoleNeeds.OnAccount, new(Sources.People, "started_on", "ended_on"),
        new(Sources.Absences, "person_id", "from", "to", "decided_on"), new(Sources.Time, "entry_date", "person_id"),
    ], Of) { Meaning = Meaning };

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
            ArraySegment<Work> left = view.Firm.WorkOf(person.Person.GetValueOrDefault());
            foreach (IsoWeek week in WeeksOf(person, monday, view.Today))
            {
                left = left[CountWhile(left, w => w.FirstDay < week.Monday)..];
                ArraySegment<Work> work = left[..CountWhile(left, w => w.FirstDay <= week.Sunday)];
                if (Week(person, week, work) is var subject && IsOwed(subject, view))
                    yield return subject;
            }
        }
    }

    /// <summary>The weeks that the person's stays touch, each once.</summary>
    private static IEnumerable<IsoWeek> WeeksOf(Case person, LocalDate monday, LocalDate today)
    {
        foreach (var (from, to) in person.Active)
            for (IsoWeek week = IsoWeek.Of(from > monday ? from.Value : monday); week.Monday <= today && !(to < week.Monday); week = IsoWeek.Of(monday))
            {
                yield return week;
                monday = week.Monday.PlusWeeks(1);
            }
    }

    /// <summary>Days that nobody can tell the working ones of are owed as well.</summary>
    private static bool IsOwed(Case subject, AccountView view) =>
        view.Firm.Person(subject.Person.GetValueOrDefault())?.WeeklyHours is not 0m && Presence.WorkingDays(subject, view) is not 0;

    private static int CountWhile(ArraySegment<Work> work, Func<Work, bool> holds)
    {
        int count = 0;
        while (count < work.Count && holds(work[count]))
            count++;
        return count;
    }

    private static Case Week(Case person, IsoWeek week, ArraySegment<Work> work) => person with { Occasion = week.ToString(), Work = work, Days = (week.Monday, week.Sunday), Began = week.Monday };
}
