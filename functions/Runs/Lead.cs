using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Runs;

/// <summary>Who answers for an account.</summary>
internal static class Lead
{
    /// <summary>The one account lead on the day judged; null where there is none, or several.</summary>
    public static PersonId? Of(AccountView view) => Leads.On(view.Today, view.Led()) is [var lead] ? lead : null;
}
