using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Runs;

/// <summary>Who answers for an account.</summary>
internal static class Lead
{
    private const string Role = "account lead";
    private const string System = "psa";

    /// <summary>The one account lead on the day judged, as the PSA or no system names them; null where there is none, or several.</summary>
    public static PersonId? Of(AccountView view)
    {
        PersonId[] leads = [.. view.Assignments.Where(a => a.Role == Role && a.System is null or System && a.Holds(view.Today)).Select(a => a.Person).Distinct()];
        return leads.Length == 1 ? leads[0] : null;
    }
}
