using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// A Cadence that is to happen with somebody does not apply where there is nobody: where no contact has the stakeholder role, or nobody the
/// role on any of the days. Where that is not known, it is unknown.
/// </summary>
internal static class Nobody
{
    public static string Reason(string role) => $"nobody: {role}";

    /// <param name="days">The days on one of which somebody must have the role, both ends included.</param>
    /// <returns>null where there is somebody, or nobody is asked for.</returns>
    public static Finding? ToMeet(Cadence cadence, Measure measure, Case subject, AccountView view, (LocalDate First, LocalDate Last) days, Func<Finding> finding)
    {
        if (subject is { Contacts: { IsEmpty: true }, Role: { } sought } && cadence.Trace is null)
            return Is(finding(), sought, $"no contact of the account is {sought}", view.OfSources([new(Sources.Contacts, "account_id", "stakeholder_role")], measure.StaleAfter));
        if (cadence.RoleHeld is not { } role || view.InRole(role).Any(a => !(a.From > days.Last) && !(a.To < days.First)))
            return null;
        return Is(finding(), role, $"nobody is {role}", view.OfSources(RoleNeeds.Of(role), measure.StaleAfter) ?? view.OfRows([RoleNeeds.Rows(role)], subject));
    }

    private static Finding Is(Finding finding, string role, string why, Trouble? trouble) => trouble is null
        ? finding with { Verdict = Verdict.NotApplicable, Reason = Reason(role), Detail = why }
        : finding with { Verdict = Verdict.Unknown, Reason = trouble.Reason, Detail = trouble.Detail, ToJudge = trouble.Remedy };
}
