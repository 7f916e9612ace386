using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>Two opportunities an account, told by the CRM and the PSA; some of them not in the same words.</summary>
internal static class Opportunities
{
    public const string Header = "system,opportunity_id,account_id,status,stage,value,currency,updated_on";

    private const int PerAccount = 2;

    private static readonly string[] Stages = ["Qualified", "Proposal", "Negotiation", "Verbal agreement"];

    internal sealed record Pursuit(string Id, Account Account);

    private sealed record View(string System, Pursuit Pursuit, string Stage, decimal Value, string Currency, LocalDate UpdatedOn)
    {
        public string Status { get; init; } = "open";
    }

    public static IEnumerable<Pursuit> Pursuits(Firm firm) =>
        from account in firm.Accounts
        from number in Enumerable.Range(1, PerAccount)
        select new Pursuit($"OPP-{account.Id}-{number}", account);

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        from pursuit in Pursuits(firm)
        from view in Views(firm, pursuit)
        select new object?[]
        {
            view.System, view.Pursuit.Id, view.Pursuit.Account.Id, view.Status, view.Stage, view.Value, view.Currency, view.UpdatedOn,
        };

    private static IEnumerable<View> Views(Firm firm, Pursuit pursuit)
    {
        var dice = firm.Dice(pursuit.Id);
        var value = dice.Between(40, 900) * 1000m;
        var crm = new View("crm", pursuit, dice.Pick(Stages), value, pursuit.Account.Currency, firm.Days.Near(-dice.Between(1, 25)));
        return Retold(crm, crm with { System = "psa", UpdatedOn = firm.Days.Near(-dice.Between(1, 25)) });
    }

    private static IEnumerable<View> Retold(View crm, View psa) => crm.Pursuit.Id switch
    {
        "OPP-HARTWELL-1" => [crm, psa with { Stage = "Lost to review" }],
        "OPP-HARTWELL-2" => [crm],
        "OPP-KESTRELGATE-2" => [psa],
        "OPP-MOURNE-1" => [crm, psa with { Value = psa.Value * 0.75m }],
        "OPP-STRATHYRE-2" => [crm with { UpdatedOn = crm.UpdatedOn.PlusDays(-45) }, psa with { UpdatedOn = psa.UpdatedOn.PlusDays(-40) }],
        "OPP-WEXCOMBE-1" => [crm, psa with { Status = "won" }],
        "OPP-ORRIN-1" => [crm, psa with { Currency = "EUR" }],
        // Still the same story: the case of a stage and six in a hundred of the value.
        "OPP-BALLYNOE-1" => [crm, psa with { Stage = psa.Stage.ToUpperInvariant() }],
        "OPP-PENROSE-1" => [crm, psa with { Value = psa.Value * 0.94m }],
        _ => [crm, psa],
    };
}
