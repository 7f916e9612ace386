using NodaTime;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>Eight copies of a run at once, on eight hosts: one consistent state, nothing sent twice under another id.</summary>
public sealed class ConcurrentRunsTests
{
    private const int Hosts = 8;
    private const int DebtsOfAnAccount = 25;

    private static readonly LocalDate Today = new(2026, 11, 20);

    [Fact]
    public async Task Eight_runs_at_once_end_in_one_consistent_state()
    {
        (int times, int accounts) = Suite.IsLong ? (20, 200) : (3, 12);
        SmallFirm firm = Debts(accounts);
        Aftermath? expected = null;
        for (int time = 0; time < times; time++)
        {
            FirmTables tables = await FirmTables.CreateAsync();
            await Task.WhenAll(Enumerable.Range(0, Hosts).Select(_ => tables.RunAsync(firm)));
            // Accounts that others kept writing to were left to the next run.
            RunResult last = await tables.RunAsync(firm);
            Assert.Empty(last.Left);
            Aftermath after = await Aftermath.OfAsync(tables);
            Assert.Equal(accounts * DebtsOfAnAccount, (await tables.AlertsAsync()).Count);
            Aftermath.Same(expected ??= after, after);
        }
        Suite.Report($"{Hosts} runs at once over {accounts} accounts with {accounts * DebtsOfAnAccount} alerts: {times} times");
    }

    private static SmallFirm Debts(int accounts)
    {
        var firm = new SmallFirm { Accounts = [.. Enumerable.Range(1, accounts).Select(n => SmallFirm.Active($"A{n}"))] };
        foreach (int account in Enumerable.Range(1, accounts))
            foreach (int debt in Enumerable.Range(1, DebtsOfAnAccount))
                firm.Invoices.Add(SmallFirm.Invoice($"INV-{account}-{debt}", new LocalDate(2026, 8, 1).PlusDays(debt), $"A{account}"));
        return firm.InOrder(Today);
    }
}
