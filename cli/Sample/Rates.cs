namespace Plumbline.Cli.Sample;

/// <summary>What an hour costs the customer, by career level, in the customer's currency.</summary>
internal static class Rates
{
    public static decimal PerHour(int level, string currency) => (60 + 10 * level) * Factor(currency);

    public static decimal Vat(string currency) => currency == "GBP" ? 1.20m : 1.00m;

    private static decimal Factor(string currency) => currency switch
    {
        "EUR" => 1.2m,
        "USD" => 1.3m,
        _ => 1m,
    };
}
