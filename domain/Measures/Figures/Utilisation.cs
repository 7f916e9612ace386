using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>The billable share of the available hours of the people on an account (IW).</summary>
public static class Utilisation
{
    private const int Count = 4;
    private const int WorkingDaysOfAWeek = 5;

    public static Figure Word { get; } = new("utilisation", " %",
    [
        new(Sources.Engagements, "account_id"), new(Sources.People, "weekly_hours", "started_on", "ended_on"),
        .. RoleNeeds.OnAccount, new(Sources.Time, "entry_date", "person_id", "engagement_id", "hours", "billable"),
        new(Sources.Absences, "person_id", "from", "to", "decided_on"),
    ], day => Weeks.Before(day, Count), Of) { Shares = ("billable hours", "available hours"), Remedy = Remedy, Meaning = Meaning };

    private static Meaning Meaning => new(
        "The billable share of the available hours in the 4 ISO weeks that ended before the day judged, to 0.1 % half up.",
        "Available is a fifth of the weekly hours on each working day on which a person has any assignment on the account, except decided absence and days outside employment, divided equally among the accounts of that day.",
        "Billable are the hours that those people booked to the account's engagements on such days.",
        "Nothing available is `not applicable`; a person without weekly hours makes it `unknown(figure_incomplete)`.")
    {
        With = ["working days", "assignments"],
        Example = """
            - id: team-used
              title: Utilisation over 4 weeks lies between 75 % and 90 %
              for each: account
              threshold: { figure: utilisation, at least: 75, at most: 90 }
            """,
    };

    private static string Remedy(Gap gap)
    {
        decimal hours = Weighed.RoundedUp(Math.Abs((gap.Bound * gap.Now.Whole / 100m) - gap.Now.Part));
        // The weeks have ended: what was booked in them stays.
        return $"plan {hours.Text()} {(gap.TooLow ? "more" : "fewer")} billable hours in {Count} weeks, to {(gap.TooLow ? "reach" : "come down to")} {gap.Bound.Text()} %";
    }

    private static Measured Of(AccountView view, Case subject, LocalDate day)
    {
        (LocalDate first, LocalDate last) = Weeks.Before(day, Count);
        List<LocalDate> working = [];
        for (LocalDate each = first; each <= last; each = each.PlusDays(1))
        {
            if (view.Calendar.IsWorking(each) is not { } works)
                return Measured.Unsure(Reasons.HolidaysUnknown, $"the bank holidays of {each.Year} are not in the calendar {view.Calendar.Edition}");
            if (works)
                working.Add(each);
        }
        decimal available = 0;
        decimal billable = 0;
        ILookup<PersonId, Work>? work = null;
        // In order of their ids, so that sums come out alike whatever the order of the rows.
        foreach (var assigned in view.Assignments.GroupBy(a => a.Person).OrderBy(g => g.Key.Value, StringComparer.Ordinal))
        {
            Assignment[] assignments = [.. assigned];
            List<LocalDate> days = DaysOf(assignments, working);
            if (days.Count == 0)
                continue;
            if (view.Firm.Person(assigned.Key) is not { WeeklyHours: { } hours } person)
                return Measured.Unsure(Reasons.FigureIncomplete, $"the weekly hours of {assigned.Key} are not known", $"give the weekly hours of {assigned.Key} in {Sources.People}");
            available += Available(view, person, hours / WorkingDaysOfAWeek, days);
            work ??= view.Work.Where(w => w.IsWithin(first, last)).ToLookup(w => w.Person);
            billable += work[assigned.Key].Sum(w => Billable(w, assignments));
        }
        return available == 0 ? Measured.DoesNotApply : Measured.Share(billable, available) is var share ? share with { Value = Measured.OneDecimal(share.Value.GetValueOrDefault()) } : default;
    }

    private static List<LocalDate> DaysOf(Assignment[] assignments, List<LocalDate> working)
    {
        foreach (Assignment assignment in assignments)
            if (working.Count > 0 && assignment.Holds(working[0]) && assignment.Holds(working[^1]))
                return working;
        return working.FindAll(day => Array.Exists(assignments, a => a.Holds(day)));
    }

    /// <summary>The hours of a person for this account on those days.</summary>
    private static decimal Available(AccountView view, Person person, decimal hoursOfADay, List<LocalDate> days)
    {
        LocalDate first = days[0], last = days[^1];
        IReadOnlyList<Item> absences = Presence.Within(view.Firm.AbsencesOf(person.Id), first, last);
        IReadOnlyList<Assignment> everywhere = view.Firm.AssignmentsOf(person.Id);
        // Most people are on the same accounts on all of these days, so that one count does for them.
        bool steady = everywhere.All(a => a.Holds(first) == a.Holds(last) && (a.Holds(first) || a.To < first || a.From > last));
        decimal available = 0, share = hoursOfADay / AccountsOn(everywhere, first);
        foreach (LocalDate day in days)
            if (Presence.IsThere(person, absences, day, view.Today))
                available += steady ? share : hoursOfADay / AccountsOn(everywhere, day);
        return available;
    }

    /// <summary>The billable hours of the work on days on which its person was assigned to the account, weekends too.</summary>
    private static decimal Billable(Work work, Assignment[] assignments)
    {
        decimal billable = 0;
        foreach (DayHours day in work.Days)
            if (day.IsBillable && work.Week.Monday.PlusDays(day.Weekday) is var on && Array.Exists(assignments, a => a.Holds(on)))
                billable += day.Hours;
        return billable;
    }

    private static int AccountsOn(IReadOnlyList<Assignment> assignments, LocalDate day)
    {
        int accounts = 0;
        for (int i = 0; i < assignments.Count; i++)
            if (assignments[i].Account is { } account && assignments[i].Holds(day) && !IsBefore(assignments, i, account, day))
                accounts++;
        return accounts;
    }

    /// <summary>Whether an assignment before this one counts the same account on that day; people have few.</summary>
    private static bool IsBefore(IReadOnlyList<Assignment> assignments, int at, AccountId account, LocalDate day)
    {
        for (int i = 0; i < at; i++)
            if (assignments[i].Account == account && assignments[i].Holds(day))
                return true;
        return false;
    }
}
