namespace Plumbline.Cli.Sample;

/// <summary>The twelve customers: two exemplary, one in trouble, the rest good at different things.</summary>
internal static class Accounts
{
    public const string Header =
        "account_id,name,importance,customer_domains,region,status,started_on,ended_on,growth_target,margin_target";

    private const string England = "england-and-wales";
    private const string Scotland = "scotland";
    private const string NorthernIreland = "northern-ireland";

    public static List<Account> All(Almanac days) =>
    [
        new("CALDER", "Calder Vale Water plc", "strategic", "caldervale.example", England, "GBP", days.Near(-2240), new(1, 6, 83, Habits.Exemplary)),
        new("PENROSE", "Penrose & Tyne Building Society", "strategic", "penrosetyne.example", England, "GBP", days.Near(-1600), new(2, 5, 79)),
        new("INVERLOCH", "Inverloch Renewables Ltd", "key", "inverloch.example", Scotland, "GBP", days.Near(-1105), new(3, 4, 83, Habits.Exemplary)),
        new("HARTWELL", "Hartwell Aerospace plc", "strategic", "hartwell.example;hartwell-aero.example", England, "GBP", days.Near(-1890), new(4, 6, 65, Habits.ApprovesTimeLate | Habits.ApprovesExpensesLate | Habits.PaysLate | Habits.SkipsMeetings)),
        new("MOURNE", "Mourne Coast Foods Ltd", "key", "mournecoast.example", NorthernIreland, "EUR", days.Near(-760), new(5, 4, 81)),
        new("STRATHYRE", "Strathyre Life and Pensions plc", "key", "strathyre.example", Scotland, "GBP", days.Near(-1320), new(3, 4, 80, Habits.SkipsMeetings)),
        new("WEXCOMBE", "Wexcombe Rail Leasing Ltd", "standard", "wexcombe.example", England, "GBP", days.Near(-980), new(6, 4, 84, Habits.ApprovesTimeLate)),
        new("LARKFIELD", "Larkfield Grocers plc", "strategic", "larkfield.example", England, "GBP", days.Near(-1510), new(7, 5, 80, Habits.SkipsMeetings)),
        new("BALLYNOE", "Ballynoe Pharmaceuticals Ltd", "standard", "ballynoe.example", NorthernIreland, "USD", days.Near(-640), new(5, 3, 77, Habits.ApprovesExpensesLate)),
        new("ORRIN", "Orrin, Baird & Sons (Distillers) Ltd", "standard", "orrinbaird.example", Scotland, "GBP", days.Near(-870), new(8, 3, 69)),
        new("TAMARSIDE", "Tamarside District Council", "standard", "tamarside.example", England, "GBP", days.Near(-200), new(6, 4, 82, Habits.PaysLate)),
        new("KESTRELGATE", "Kestrelgate Insurance plc", "key", "kestrelgate.example", England, "GBP", days.Near(-1210), new(2, 4, 93)),
    ];

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        from account in firm.Accounts
        let targets = Targets(firm, account)
        select new object?[]
        {
            account.Id, account.Name, account.Importance, account.Domain, account.Region, "active",
            account.StartedOn, null, targets.Growth, targets.Margin,
        };

    /// <summary>By how much its revenue is to grow, and what is to be left of it, in per cent.</summary>
    public static (int Growth, int Margin) Targets(Firm firm, Account account) =>
        firm.Dice($"targets {account.Id}") is var dice ? (dice.Between(4, 15), dice.Between(26, 38)) : default;
}
