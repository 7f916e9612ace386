using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// What says who is on an account, or has a role, and until when: the rows of roles.csv, and the ends of people, accounts and engagements
/// that cut them short. A firm without people.csv or engagements.csv knows of no such ends.
/// </summary>
internal static class RoleNeeds
{
    public static ImmutableArray<Need> Ends { get; } =
    [
        new(Sources.Accounts, "ended_on"), new(Sources.People, "ended_on") { IfThere = true }, new(Sources.Engagements, "account_id", "ended_on") { IfThere = true },
    ];

    /// <param name="roles">Only rows of these count; empty where every row does.</param>
    public static Need Rows(params ImmutableArray<string> roles) =>
        new(Sources.Roles, "role", "person_id", "account_id", "engagement_id", "from", "to") { Kinds = roles };

    /// <summary>Which rows are of pursuits.</summary>
    public static Need OfPursuits { get; } = new(Sources.Roles, "opportunity_id");

    /// <summary>Who is on the account: a row of a pursuit alone puts nobody there.</summary>
    public static ImmutableArray<Need> OnAccount => [Rows(), OfPursuits, .. Ends];

    /// <param name="roles">Only rows of these count; empty where every row does.</param>
    public static ImmutableArray<Need> Of(params ImmutableArray<string> roles) => [Rows(roles), .. Ends];

    /// <summary>Why the roles of these people may have ended: a row that could not be used hides the day.</summary>
    internal static Trouble? LostEnd(AccountView view, Case subject, ImmutableArray<PersonId> holders)
    {
        if (view.Faults.Count == 0 || holders.IsEmpty)
            return null;
        foreach (Fault fault in view.FaultsBeside(subject))
            if (Ends.Any(n => view.Concerns(fault, n)) && MissingData.Touches(fault, subject, view) && IsOf(fault.Names, holders, view))
                return new(Reasons.RowsQuarantined, fault.Message);
        return null;
    }

    /// <summary>A lost person is one of them, or a lost engagement one on which any of them has a role.</summary>
    private static bool IsOf(Named names, ImmutableArray<PersonId> holders, AccountView view) =>
        (names.Person is not { } person || holders.Contains(person))
        && (names.Engagement is not { } engagement || view.Roles.Any(a => a.Engagement == engagement && holders.Contains(a.Person)));
}
