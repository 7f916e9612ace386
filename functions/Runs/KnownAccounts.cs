using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Extensions;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Quoted = Plumbline.Ingest.Csv.Quoted;

namespace Plumbline.Functions.Runs;

/// <summary>The accounts that a run can be asked for: those of the table <c>accounts</c>, and those of the newest accounts.csv.</summary>
public sealed class KnownAccounts(TableSet tables, ReadAccounts newest, Policy policy, TimeProvider time)
{
    private const int Named = 20;

    /// <exception cref="RefusedException">One that is asked for is in neither.</exception>
    /// <exception cref="ExportsException">One is not in the table, and nobody can say whether it is in the file.</exception>
    public async Task DemandAsync(ImmutableArray<string> asked, CancellationToken cancellationToken)
    {
        if (asked.IsEmpty)
            return;
        await tables.CreateAsync(cancellationToken);
        HashSet<string> stored = [Keys.Escape(AccountId.Firm.Value), .. await tables.Partition(TableNames.Accounts, AccountRow.Partition).KeysAsync(cancellationToken)];
        string[] unknown = [.. asked.Distinct().Where(a => !stored.Contains(Keys.Escape(a)))];
        if (unknown.Length == 0)
            return;
        // The table is as the newest run left it: an account that came since then stands in the file alone.
        Snapshot listed = await newest(time.ToClock().GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[policy.Clock.Zone]).Date, cancellationToken);
        unknown = [.. unknown.Except(listed.Register.Accounts.Select(a => a.Id.Value))];
        if (unknown.Length > 0)
            throw new RefusedException(StatusCodes.Status400BadRequest, "unknown_accounts", Says(unknown, Listing.Unusable(listed)));
    }

    /// <param name="unusable">Why the file says nothing of who there is; null where it was read.</param>
    private static string Says(string[] unknown, string? unusable)
    {
        string named = string.Join(", ", unknown.Take(Named).Select(a => Quoted.Value(a)));
        string more = unknown.Length > Named ? string.Create(CultureInfo.InvariantCulture, $" and {unknown.Length - Named} more") : "";
        return $"Nobody knows the {(unknown.Length == 1 ? "account" : "accounts")} {named}{more}: {(unknown.Length == 1 ? "it is" : "they are")} neither in the table accounts nor in accounts.csv"
            + (unusable is null ? "." : $", which could not be used: {unusable}");
    }
}
