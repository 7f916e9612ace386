using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>Overrides for accounts that accounts.csv does not have: where an id is misspelt, its account is judged by everybody's terms.</summary>
internal static class StrayOverrides
{
    /// <summary>Each account once, whichever measures have an override for it.</summary>
    public static void Write(IEnumerable<Policy> policies, Snapshot snapshot, TextWriter error)
    {
        string[] accounts = [.. snapshot.Register.Accounts.Select(a => a.Id.Value)];
        // A row that could not be used still says that there is such an account.
        HashSet<string?> known = [AccountId.Firm.Value, .. accounts, .. snapshot.Readings[Sources.Accounts].Faults.SelectMany(f => new[] { f.Names.Id, f.Names.Account?.Value })];
        var strays = from measure in policies.SelectMany(p => p.Measures)
                     from account in measure.Overrides.Keys
                     where !known.Contains(account.Value)
                     group measure.Id by account.Value into stray
                     orderby stray.Key
                     select stray;
        foreach (var stray in strays)
            error.WriteLine($"measures.yaml: accounts.csv has no account '{stray.Key}'{Judged.Meant(stray.Key, accounts)}, for which there is an override of {string.Join(", ", stray.Distinct())}.");
    }
}
