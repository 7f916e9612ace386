using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Runs;

/// <summary>What the register's own file says, and leaves open, about who there is.</summary>
internal static class Listing
{
    /// <summary>Why nobody knows who there is, so that the accounts stay as they are; null where the file was read.</summary>
    public static string? Unusable(Snapshot snapshot) => snapshot.Readings.GetValueOrDefault(Names.Accounts) switch
    {
        { State: ReadingState.Read } => null,
        var reading => reading?.Why ?? $"{Names.Accounts} is not there",
    };

    /// <summary>Whether an account that the register does not hold may be there all the same: the file is old, or a row of it was lost.</summary>
    public static bool MayHold(this IReadOnlyList<AccountView> views, AccountId account)
    {
        if (views.Count == 0 || views[0].OfSources([new Need(Names.Accounts)]) is not null)
            return true;
        SourceReading reading = views[0].Firm.Reading(Names.Accounts);
        return reading.Ids?.Contains(account.Value) == true || reading.Faults.Any(f => f.RowLost && MayBe(f.Names, account));
    }

    private static bool MayBe(Named names, AccountId account) => names.Nothing || names.Id == account.Value || names.Account == account;
}
