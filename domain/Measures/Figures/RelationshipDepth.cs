using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>How widely the firm is known at a customer (KRA): what it works on, whom it meets, and in how many of the customer's units.</summary>
public static class RelationshipDepth
{
    private const int Months = 3;

    private static readonly ImmutableArray<Need> Met =
        [new(Sources.Contacts, "account_id", "unit"), new(Sources.Activities, "account_id", "held_on", "evidence", "participants") { Or = Sources.Calendars }];

    /// <summary>Engagements that are active on the day.</summary>
    public static Figure ActiveProjects { get; } = new("active projects", "",
        [new(Sources.Engagements, "account_id", "status", "started_on", "ended_on")], _ => null, (view, _, day) => Measured.Of(view.Engagements.Count(e => IsActive(e, day, view.Today))))
    {
        Earlier = Earlier.AnyDay, Called = "the number of active projects", FirstStep = "propose a project to the customer",
        Meaning = MeaningOfActiveProjects,
    };

    private static Meaning MeaningOfActiveProjects => new(
        "How many engagements of the account are active on the day.",
        "For an earlier day, one that has ended since counts while its dates held.")
    {
        With = ["active"],
        Example = """
            - id: projects-kept
              title: Active projects are no fewer than a quarter ago
              for each: account
              threshold: { figure: active projects, change: { at least: 0, since: 3 months } }
            """,
    };

    /// <summary>The customer's contacts who took part in anything held in the 3 months up to the day.</summary>
    public static Figure StakeholdersEngaged { get; } = new("stakeholders engaged", "", Met, _ => null, (view, _, day) => Counted(view, day, engaged => engaged.Count()))
    {
        Earlier = Earlier.AnyDay, Over = Quarter, Called = "the number of stakeholders engaged", FirstStep = "meet contacts who were not met for 3 months",
        Meaning = MeaningOfStakeholdersEngaged,
    };

    private static Meaning MeaningOfStakeholdersEngaged => new(
        "How many contacts of the account took part in anything held in the 3 months up to the day.",
        "Only activities at rung `held` or above count; a contact of another account does not.")
    {
        With = ["rungs of evidence"],
        Example = """
            - id: stakeholders-kept
              title: Stakeholders engaged are no fewer than a quarter ago
              for each: account
              threshold: { figure: stakeholders engaged, change: { at least: 0, since: 3 months } }
            """,
    };

    /// <summary>The units of the customer that those contacts belong to.</summary>
    public static Figure CustomerUnits { get; } = new("customer units", "", Met, _ => null,
        (view, _, day) => Counted(view, day, engaged => engaged.Select(c => c.Unit).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count()))
    {
        Earlier = Earlier.AnyDay, Over = Quarter, Called = "the number of customer units", FirstStep = "meet contacts of units that were not met for 3 months",
        Meaning = MeaningOfCustomerUnits,
    };

    private static Meaning MeaningOfCustomerUnits => new(
        "How many different units of the customer the contacts met in the 3 months up to the day belong to, by `unit` in contacts.csv.",
        "Case is ignored, and a contact without a unit adds none.")
    {
        With = ["stakeholders engaged"],
        Example = """
            - id: units-kept
              title: Units of the customer are no fewer than a quarter ago
              for each: account
              threshold: { figure: customer units, change: { at least: 0, since: 3 months } }
            """,
    };

    private static (LocalDate First, LocalDate Last)? Quarter(LocalDate day) => (day.PlusMonths(-Months).PlusDays(1), day);

    /// <summary>A status is today's: what has ended since was active while its days lasted.</summary>
    private static bool IsActive(Engagement engagement, LocalDate day, LocalDate today) => engagement.IsActiveOn(day)
        || (engagement.EndedOn is { } end && end >= day && end < today && !(engagement.StartedOn > day));

    /// <summary>Somebody more may have been at a meeting in doubt, and at one whose organiser's mailbox is missing.</summary>
    private static Measured Counted(AccountView view, LocalDate day, Func<IEnumerable<Contact>, int> count)
    {
        LocalDate before = day.PlusMonths(-Months);
        var withContacts = view.DoubtfulActivities.Where(a => a.Participants.Any(view.Firm.Snapshot.Register.Contacts.ContainsKey));
        Trouble? doubt = withContacts.DoubtedIn(before, day) ?? view.DoubtfulActivities.UnheardIn(LeftOut.UnheardOutsider, before, day);
        return doubt is not null ? new(null, doubt) : Measured.Of(count(Engaged(view, day)));
    }

    private static IEnumerable<Contact> Engaged(AccountView view, LocalDate day)
    {
        LocalDate before = day.PlusMonths(-Months);
        return from id in view.Activities.Where(a => a.Rung >= Rung.Held && a.On <= day && a.On > before).SelectMany(a => a.Participants).Distinct(StringComparer.Ordinal)
               let contact = view.Firm.Snapshot.Register.Contacts.GetValueOrDefault(id)
               where contact?.Account == view.Account.Id
               select contact;
    }
}
