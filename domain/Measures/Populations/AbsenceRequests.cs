using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Absences that people ask for (IW); those of people on no account are the firm's.</summary>
public static class AbsenceRequests
{
    private const string Noun = "absence request";

    public static Population Word { get; } = new(Noun, Sources.Absences,
        [.. RoleNeeds.OnAccount, new(Sources.Absences, "person_id", "requested_on")], Of) { IsOfFirmToo = true, Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each absence that was asked for on or before the day judged; its occasion is the ISO week of `requested_on`.",
        "Absences of people on no account are judged too, under `(firm)` and in the firm's region.",
        "One asked for on or after its first day, as sickness is, is due by the working days alone; one asked for earlier is due at the latest on its first day.",
        "Absences without `requested_on` are not requests.")
    {
        With = ["and before", "begun before the end"],
        Example = """
            - id: absences-decided
              title: Absences are decided on within 2 working days of the week in which they were asked for, and before they begin
              for each: absence request
              deadline: { done: decided, within: 2 working days, after: week end, and before: its start }
              alert per: occasion
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (Item absence in view.IsOfFirm ? view.Firm.Absences : view.Assignments.Select(a => a.Person).Distinct().SelectMany(view.Firm.AbsencesOf))
            if (absence.By(view.Today, ItemDay.Requested) is { } asked && IsOf(view, absence.Person.GetValueOrDefault(), asked) && IsoWeek.Of(asked) is var week)
                yield return new(Noun, absence.Id)
                {
                    Occasion = week.ToString(), Item = absence, Person = absence.Person, Days = (week.Monday, week.Sunday), Began = asked,
                    Spell = (absence.On(ItemDay.From), absence.On(ItemDay.To)), RowOf = Sources.Absences,
                };
        foreach (Case refused in view.RefusedRows(Sources.Absences, Noun))
            yield return refused.Refused?.Names.Day is { } day && IsoWeek.Of(day) is var week
                ? refused with { Occasion = week.ToString(), Days = (week.Monday, week.Sunday) }
                : refused;
    }

    private static bool IsOf(AccountView view, PersonId person, LocalDate asked)
    {
        var accounts = view.Firm.AssignmentsOf(person).Where(a => a.Account is not null && a.Holds(asked)).Select(a => a.Account);
        return view.IsOfFirm ? !accounts.Any() : accounts.Contains(view.Account.Id);
    }
}
