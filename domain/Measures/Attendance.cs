using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Whether the parties that a Cadence requires were there.</summary>
internal static class Attendance
{
    /// <summary>Attended; or not; or, with the reason, not to be told because a participant cannot be placed.</summary>
    public static (bool Attended, Trouble? Why) Of(ImmutableArray<string> parties, Activity activity, AccountView view)
    {
        // A row without participants counts as attended by all required.
        if (parties.IsEmpty || activity.Participants.IsEmpty)
            return (true, null);
        foreach (string party in parties)
            if (!activity.Participants.Any(p => Is(p, party, view)))
                return (false, activity.Participants.Any(p => !IsPlaced(p, view)) ? Unplaced(view) : null);
        return (true, null);
    }

    private static bool Is(string participant, string party, AccountView view) => party == Participants.Customer
        ? participant == Participants.Customer || (view.Firm.Snapshot.Register.Contacts.TryGetValue(participant, out Contact? contact) && contact.Account == view.Account.Id)
        : participant == party;

    private static bool IsPlaced(string participant, AccountView view) =>
        participant == Participants.Customer
        || view.Firm.Snapshot.Register.Contacts.ContainsKey(participant)
        || view.Firm.Person(new(participant)) is not null;

    private static Trouble Unplaced(AccountView view) => view.Firm.Has(Sources.Contacts)
        ? new(Reasons.IdentityUnmatched, "a participant of an activity is neither in people.csv nor in contacts.csv")
        : new(Reasons.SourceMissing, "a participant of an activity cannot be placed without contacts.csv");
}
