using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>People who start in a role (IW).</summary>
public static class RoleStarts
{
    private const string SalesLead = "sales lead";

    public static Population Word { get; } = new("start of a role", Sources.Roles,
        [RoleNeeds.Rows(), RoleNeeds.OfPursuits, new(Sources.Accounts, "started_on"), new(Sources.Engagements, "started_on") { IfThere = true }], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each assignment of any role that begins after the first day of its account, or of its engagement where it names one.",
        "One that continues the same person's same role is no start, and a sales lead of a pursuit alone is not judged.",
        "The subject is the person, the engagement where the row names one, and the role.")
    {
        With = ["assignments"],
        Example = """
            - id: start-announced
              title: The team is told of the start of a role within 5 working days
              for each: start of a role
              deadline: { done: announced to the team, within: 5 working days, after: its start }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (var place in Places(view))
            foreach (var rows in Starts(place, view))
                if (rows.Key.From is { } from && !(from <= FirstDay(place.Key.Engagement, view)) && !IsPursuitAlone(rows.First()))
                    yield return Case("start of a role", $"Start of {rows.Key.Person}", rows, view);
    }

    internal static IEnumerable<IGrouping<(EngagementId? Engagement, string? Opportunity, string Role), Assignment>> Places(AccountView view) =>
        view.Roles.Where(a => a.IsOfThePsa).GroupBy(a => (a.Engagement, a.Opportunity, a.Role));

    /// <summary>Rows that begin on one day are one start of the person in the role.</summary>
    internal static IEnumerable<IGrouping<(PersonId Person, LocalDate? From), Assignment>> Starts(IEnumerable<Assignment> place, AccountView view) =>
        place.Where(a => a.From is not null).GroupBy(a => (a.Person, a.From)).Where(rows => !place.Any(held => Continues(held, rows.Key.Person, rows.Key.From, view)));

    private static bool Continues(Assignment held, PersonId person, LocalDate? from, AccountView view) =>
        held.Person == person && !(held.From >= from) && PeopleOnAccount.Follows(held.To, from, view.Calendar);

    /// <summary>Equal rows are one start, told and handed over when the first of them says.</summary>
    internal static Case Case(string noun, string called, IGrouping<(PersonId Person, LocalDate? From), Assignment> rows, AccountView view)
    {
        Assignment row = rows.First() with { AnnouncedOn = rows.Min(a => a.AnnouncedOn), HandoverOn = rows.Min(a => a.HandoverOn) };
        string place = row.Engagement?.Value ?? row.Opportunity ?? "";
        return new(noun, place.Length == 0 ? $"{row.Person}/{row.Role}" : $"{row.Person}/{place}/{row.Role}")
        {
            Called = $"{called} {Phrases.AsRole(row.Role)}{(place.Length == 0 ? "" : $" of {place}")}",
            Person = row.Person, Role = row.Role, Assignment = row, Spell = (row.From, row.To), Began = row.From, Engagement = EngagementOf(row.Engagement, view),
        };
    }

    private static LocalDate? FirstDay(EngagementId? id, AccountView view) => EngagementOf(id, view) is { } engagement ? engagement.StartedOn : view.Account.StartedOn;

    private static bool IsPursuitAlone(Assignment row) => row is { Role: SalesLead, Opportunity: not null, Engagement: null };

    private static Engagement? EngagementOf(EngagementId? id, AccountView view) => id is null ? null : view.Engagements.FirstOrDefault(e => e.Id == id);
}
