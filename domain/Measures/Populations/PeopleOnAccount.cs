using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Each person with an assignment to the account or to an engagement of it, over the stretches of days that the assignments cover.</summary>
public static class PeopleOnAccount
{
    public static Population Word { get; } = new("person on an account", Sources.People, RoleNeeds.OnAccount, Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each person with an assignment to the account or to an engagement of it, over the stays that the assignments make.",
        "A period of a Cadence is judged for people assigned on every day of it, the current one for people assigned on every day up to the day judged.")
    {
        With = ["one-to-one", "stays", "on an account"],
        Example = """
            - id: talks-held
              title: Each person on an account has a one-to-one every month
              for each: person on an account
              cadence: { activity: one-to-one, every: month, of: lead, about: person, pause: leave }
              warn: 5 working days
            """,
    };

    private static IEnumerable<Case> Of(AccountView view) => WithRefused(view,
        from assignment in view.Assignments
        group assignment by assignment.Person into person
        let stretches = Stretches(person, view.Calendar)
        where !stretches.IsEmpty
        select new Case("person", person.Key.Value) { Person = person.Key, Active = stretches, Stays = stretches });

    /// <summary>Whom only a row that could not be used puts among them is one of them all the same.</summary>
    internal static IEnumerable<Case> WithRefused(AccountView view, IEnumerable<Case> people)
    {
        HashSet<PersonId?> there = [];
        foreach (Case person in people)
        {
            there.Add(person.Person);
            yield return person;
        }
        foreach (var (person, _, fault) in view.RefusedAssignments())
            if (there.Add(person))
                yield return new("person", person.Value) { Person = person, Refused = fault };
    }

    /// <summary>Assignments that overlap or follow each other without a working day between are one stretch; one that ends before it begins holds on no day.</summary>
    internal static ImmutableArray<(LocalDate? From, LocalDate? To)> Stretches(IEnumerable<Assignment> assignments, WorkingCalendar calendar)
    {
        List<(LocalDate? From, LocalDate? To)> stretches = [];
        foreach (Assignment next in assignments.Where(a => !(a.From > a.To)).OrderBy(a => a.From ?? LocalDate.MinIsoValue))
        {
            if (stretches.Count > 0 && stretches[^1] is var last && Follows(last.To, next.From, calendar))
                stretches[^1] = (last.From, last.To is { } a && next.To is { } b ? LocalDate.Max(a, b) : null);
            else
                stretches.Add((next.From, next.To));
        }
        return [.. stretches];
    }

    /// <summary>Who leaves on a Friday and begins on the Monday never left.</summary>
    internal static bool Follows(LocalDate? end, LocalDate? start, WorkingCalendar calendar) =>
        end is not { } to || start is not { } from || from <= to.Shifted(1) || IsWeekend(to.PlusDays(1), from.PlusDays(-1)) || calendar.WorkingDays(to.PlusDays(1), from.PlusDays(-1)) is 0;

    /// <summary>Whether it is Saturdays and Sundays alone, which no table of bank holidays needs to say.</summary>
    private static bool IsWeekend(LocalDate first, LocalDate last) =>
        first.DayOfWeek >= IsoDayOfWeek.Saturday && Period.DaysBetween(first, last) <= (int)IsoDayOfWeek.Sunday - (int)first.DayOfWeek;
}
