using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Traits;

namespace Plumbline.Domain.Measures;

/// <summary>Whether the parties that a Cadence requires were there, and those that it forbids were not.</summary>
public static class Attendance
{
    /// <summary>Anybody from outside the firm.</summary>
    public const string Outsider = "outsider";

    /// <summary>Somebody of the firm beside the person whom it is about.</summary>
    public const string SomebodyElse = "somebody else";

    /// <summary>The parties that a policy may name: these, and the customer's people by their stakeholder roles.</summary>
    public static ImmutableArray<string> Parties { get; } = [Participants.Customer, Outsider, SomebodyElse, .. Stakeholder.Word.Values];

    internal static string Called(string party) => party switch
    {
        Participants.Customer => "the customer",
        Outsider => "somebody from outside the firm",
        _ => IsStakeholder(party) ? $"the customer's {party}" : party,
    };

    internal static string Without(string party) => party switch
    {
        Participants.Customer => "without the customer",
        Outsider => "among the firm's own people",
        _ => IsStakeholder(party) ? $"without the customer's {party}" : "without anybody else",
    };

    /// <summary>Whether contacts.csv must say who they are: somebody of the customer's is not said by being from the customer.</summary>
    internal static bool IsStakeholder(string party) => Stakeholder.Word.Values.Contains(party);

    /// <summary>Attended; or not; or, with the reason, not to be told because a participant cannot be placed.</summary>
    internal static (bool Attended, Trouble? Why) Of(Cadence cadence, Activity activity, Case subject, AccountView view)
    {
        ImmutableArray<string> present = activity.Participants;
        // Without the whole column, nobody knows whom it is about.
        if (cadence.AboutPerson && view.Firm.Reading(Sources.Activities).LackingColumns.TryGetValue("person_id", out string? unsaid))
            return (false, new(Reasons.SourceRefused, unsaid));
        if (subject.Contacts is { } sought)
            return Unless(!AnyOf(present, sought), LeftOut.UnheardOutsider, activity, view);
        // One that says whom it is about is a talk of theirs with their lead.
        if (cadence.OfRole == Cadence.Lead && activity.Person is { } about && about == subject.Person)
            return (true, null);
        // A row without participants counts as attended by all required; without the whole column, nobody knows who was there.
        if (present.IsEmpty && !(cadence.RoleHeld is { } held && !cadence.IsOfTeam && Leads.On(activity.On, view.InRole(held)).Length == 0))
            return view.Firm.Reading(Sources.Activities).LackingColumns.GetValueOrDefault("participants") is { } lacking && cadence.AsksWho ? (false, new(Reasons.SourceRefused, lacking)) : (true, null);
        foreach (string party in cadence.AttendedByAll)
            if (!IsThere(party, present, subject, view))
                return Unless(true, UnheardOf(party), activity, view);
        foreach (string party in cadence.AttendedByNone)
            if (IsThere(party, present, subject, view))
                return (false, null);
            else if (Doubt(UnheardOf(party), activity, view) is { } doubt)
                return (false, doubt);
        return cadence.OfRole is null ? (true, null) : OfRole(cadence, activity, subject, view);
    }

    /// <summary>Whether any of these people was there; a row without participants counts as attended by all.</summary>
    internal static (bool Attended, Trouble? Why) AnyOf(IReadOnlyCollection<PersonId> people, Activity activity, AccountView view) =>
        activity.Participants.IsEmpty ? (true, null) : Unless(!people.Any(p => activity.Participants.Contains(p.Value)), LeftOut.UnheardColleague, activity, view);

    private static (bool, Trouble?) Unless(bool lacking, LeftOut unheard, Activity activity, AccountView view) =>
        (!lacking, lacking ? Doubt(unheard, activity, view) : null);

    /// <summary>Who cannot be placed, or whose answer only a missing mailbox shows, may be whom it lacks.</summary>
    private static Trouble? Doubt(LeftOut unheard, Activity activity, AccountView view) =>
        HasUnplaced(activity, view) ? Unplaced(activity, view) : activity.LeftOut.HasFlag(unheard) ? activity.Doubted() : null;

    private static LeftOut UnheardOf(string party) => party == SomebodyElse ? LeftOut.UnheardColleague : LeftOut.UnheardOutsider;

    private static bool HasUnplaced(Activity activity, AccountView view)
    {
        if (view.AllPlaced && activity.Account is not null)
            return false;
        foreach (string participant in activity.Participants)
            if (!IsPlaced(participant, view))
                return true;
        return false;
    }

    private static bool IsThere(string party, ImmutableArray<string> present, Case subject, AccountView view)
    {
        foreach (string participant in present)
            if (Is(participant, party, subject, view))
                return true;
        return false;
    }

    private static bool AnyOf(ImmutableArray<string> present, ImmutableArray<string> sought)
    {
        foreach (string participant in present)
            if (sought.Contains(participant))
                return true;
        return false;
    }

    private static bool Is(string participant, string party, Case subject, AccountView view) => party switch
    {
        Participants.Customer => participant == Participants.Customer || (Contact(participant, view) is { } contact && contact.Account == view.Account.Id),
        Outsider => participant == Participants.Customer || Contact(participant, view) is not null,
        SomebodyElse => participant != subject.Person?.Value && view.Firm.Person(new(participant)) is not null,
        _ => Contact(participant, view) is { } contact && contact.Account == view.Account.Id && contact.StakeholderRole == party,
    };

    /// <summary>Of a team everybody who was of it that day was there, else somebody who had the role that day; where nobody had it, nobody was.</summary>
    private static (bool, Trouble?) OfRole(Cadence cadence, Activity activity, Case subject, AccountView view)
    {
        if (cadence.OfRole == Cadence.PeopleLead)
            return PeopleLeadOf(subject, view) is { } peopleLead
                ? Unless(!activity.Participants.Contains(peopleLead.Value), LeftOut.UnheardColleague, activity, view)
                : (false, new(Reasons.FigureIncomplete, "the people lead of the person is not known") { Remedy = $"give the people lead of {subject.Person} in {Sources.People}" });
        bool isOwnLead = cadence.OfRole == Cadence.Lead;
        string role = isOwnLead ? Leads.Role : cadence.OfRole ?? "";
        // Whom another system names does not stand in for whom the PSA does: that they differ is for another measure to say.
        PersonId[] holders = Leads.On(activity.On, view.InRole(role));
        PersonId[] sought = isOwnLead ? LeadsOf(subject, holders, view) : holders;
        bool attended = sought.Length > 0 && (cadence.IsOfTeam ? sought.All(Takes) : sought.Any(Takes));
        if (attended && !cadence.IsOfTeam)
            return (true, null);
        // A lost row may name the one who was there, or one more of the team who was not.
        if (LostRole(role, view) is { } lost)
            return (false, new(Reasons.RowsQuarantined, lost.Message));
        return attended ? (true, null) : Unless(true, LeftOut.UnheardColleague, activity, view);

        bool Takes(PersonId person) => activity.Participants.Contains(person.Value);
    }

    private static Fault? LostRole(string role, AccountView view) => view.Faults.Count == 0 ? null
        : view.Faults.FirstOrDefault(f => f is { Source: Sources.Roles, RowLost: true } && (f.Names.Kind is not { } kind || kind == role));

    private static PersonId? PeopleLeadOf(Case subject, AccountView view) => subject.Person is { } person ? view.Firm.Person(person)?.PeopleLead : null;

    /// <summary>Whom the person is to talk with: the account leads of that day, unless the person is one of them, and the people lead; never the person.</summary>
    private static PersonId[] LeadsOf(Case subject, PersonId[] leads, AccountView view) => subject.Person is not { } person ? leads
        : [.. (leads.Contains(person) ? [] : leads).Concat(PeopleLeadOf(subject, view) is { } own && own != person ? [own] : [])];

    internal static bool Names(Activity activity, PersonId person) => activity.Person == person || activity.Participants.Contains(person.Value);

    private static Contact? Contact(string participant, AccountView view) => view.Firm.Snapshot.Register.Contacts.GetValueOrDefault(participant);

    internal static bool IsPlaced(string participant, AccountView view) =>
        participant == Participants.Customer || Contact(participant, view) is not null || view.Firm.Person(new(participant)) is not null;

    /// <summary>Of somebody whose own row was lost, that row is to blame.</summary>
    private static Trouble Unplaced(Activity activity, AccountView view)
    {
        foreach (string participant in activity.Participants)
            if (!IsPlaced(participant, view) && view.Firm.FaultsOf(Sources.Contacts, participant).Concat(view.Firm.FaultsOf(Sources.People, participant)).FirstOrDefault(f => f.RowLost) is { } lost)
                return new(Reasons.RowsQuarantined, lost.Message);
        return view.Firm.Has(Sources.Contacts)
            ? new(Reasons.IdentityUnmatched, $"a participant of the {activity.Kind} of {activity.On.InWords()} is neither in people.csv nor in contacts.csv")
            : new(Reasons.SourceMissing, $"a participant of the {activity.Kind} of {activity.On.InWords()} cannot be placed without contacts.csv");
    }
}
