using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// An account has ended from the day after its <c>ended_on</c>; without one it has ended for standing conditions and Cadences while its
/// status is not active. A Deadline is judged where its subject began on or before the end, to its own due day. Standing conditions and
/// rolling Cadences end with the account, and a period of a Cadence lies wholly before the end.
/// </summary>
internal static class AccountEnd
{
    /// <summary>What says whether an account has ended: every measure reads it but those of invoices, which are collected afterwards too.</summary>
    public static Need Need { get; } = new(Sources.Accounts, "status", "ended_on");

    /// <summary>Whether nothing of the measure is judged for the account any more.</summary>
    public static bool IsOver(Measure measure, AccountView view) => measure.Promise switch
    {
        Deadline => false,
        Cadence { Period: not null } => IsOverWithoutADay(view.Account),
        _ => view.Account.EndedOn < view.Today || IsOverWithoutADay(view.Account),
    };

    /// <summary>Whether the subject began after the end, be that still to come.</summary>
    public static bool IsOver(Measure measure, Case subject, AccountView view) => measure.Promise is Deadline && subject.Began > view.Account.EndedOn;

    /// <summary>An account whose status could not be read may be active.</summary>
    private static bool IsOverWithoutADay(Account account) => account is { EndedOn: null, Status: not null, HasActiveStatus: false };
}
