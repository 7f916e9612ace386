using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The time of one person on one engagement in one ISO week. A week that has not ended can still grow.</summary>
public static class Timesheets
{
    public static Population Word { get; } = new("timesheet", Sources.Time,
        [new(Sources.Engagements, "account_id"), new(Sources.Time, "entry_date", "person_id", "engagement_id")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "The time of one person on one engagement in one ISO week: the subject is `person/engagement`, the occasion the week.",
        "A week that has not ended is `not due`.",
        "A week across two months is one timesheet, and equal rows are separate entries.")
    {
        With = ["begun before the end"],
        Example = """
            - id: timesheets-in-time
              title: Timesheets are approved within 2 working days of the week's end
              for each: timesheet
              deadline: { done: approved, within: 2 working days, after: week end }
              alert per: occasion
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (Engagement engagement in view.Engagements)
        {
            ArraySegment<Work> work = view.WorkOf(engagement.Id);
            (string, string) name = default;
            for (int first = 0, end; first < work.Count; first = end)
            {
                PersonId person = work[first].Person;
                IsoWeek week = work[first].Week;
                if (first == 0 || person != work[first - 1].Person)
                    name = Name(person, engagement);
                // A week across two months is two facts and one timesheet.
                for (end = first + 1; end < work.Count && work[end].Week == week && work[end].Person == person;)
                    end++;
                yield return Sheet(view, engagement, name, person, week, work[first..end], null);
            }
        }
        foreach (Case refused in Refused(view))
            yield return refused;
    }

    private static (string Key, string Called) Name(PersonId person, Engagement engagement) => ($"{person.Value}/{engagement.Id.Value}", $"Timesheet of {person.Value} on {engagement.Id.Value}");

    private static Case Sheet(AccountView view, Engagement engagement, (string Key, string Called) name, PersonId person, IsoWeek week, ArraySegment<Work> work, Fault? refused) =>
        new("timesheet", name.Key)
        {
            Called = name.Called, Occasion = week.ToString(), Engagement = engagement, Person = person, Days = (week.Monday, week.Sunday), Began = week.Monday,
            StillGrowing = week.Sunday >= view.Today, Work = work, Refused = refused,
        };

    /// <summary>A week of which every entry was lost is still a timesheet that somebody owes.</summary>
    private static IEnumerable<Case> Refused(AccountView view)
    {
        if (view.Faults.Count == 0)
            yield break;
        var known = view.Work.Select(w => (w.Person, w.Engagement, w.Week)).ToHashSet();
        foreach (Fault fault in view.Faults.Where(f => f.Source == Sources.Time && f.RowLost))
            if (fault.Names is { Person: { } person, Engagement: { } id, Day: { } day } && view.Engagements.FirstOrDefault(e => e.Id == id) is { } engagement
                && day <= view.Today && known.Add((person, id, IsoWeek.Of(day))))
                yield return Sheet(view, engagement, Name(person, engagement), person, IsoWeek.Of(day), [], fault);
    }
}
