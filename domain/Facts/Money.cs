using System.Collections.Immutable;
using System.Globalization;

namespace Plumbline.Domain.Facts;

/// <summary>An amount in minor units (pence, cents) of one currency. Amounts of two currencies are never added.</summary>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>The ISO 4217 code of an amount that names no currency.</summary>
    public const string NoCurrency = "XXX";

    public static Money operator +(Money one, Money other) => one.Currency == other.Currency
        ? one with { Minor = checked(one.Minor + other.Minor) }
        : throw new ArgumentException($"{one.Currency} and {other.Currency} are not added");

    /// <summary>A sum a currency, in order of currency.</summary>
    public static ImmutableArray<Money> Sums(IEnumerable<Money> amounts) =>
        [.. amounts.GroupBy(m => m.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Aggregate((a, b) => a + b))];

    /// <summary>How many decimals a currency has (ISO 4217): two, but for those it lists otherwise.</summary>
    public static int Decimals(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>The amount in whole units, with all the decimals of its currency: 12.00 and not 12.</summary>
    public decimal Units => Minor * (1m / Scale(Currency));

    /// <summary>An amount in whole units, rounded half away from zero to the currency's decimals. One that no firm has stops at the end of the numbers.</summary>
    public static Money FromUnits(decimal units, string currency) =>
        new(decimal.ToInt64(decimal.Clamp(decimal.Round(units * Scale(currency), MidpointRounding.AwayFromZero), long.MinValue, long.MaxValue)), currency);

    /// <summary>So much of it, down to the last whole minor unit.</summary>
    internal Money Of(decimal share) => this with { Minor = (long)decimal.Clamp(Math.Floor(Minor * share), long.MinValue, long.MaxValue) };

    /// <summary>How much it falls short of so many minor units, up to a whole one; nothing where it does not.</summary>
    internal Money Short(decimal of) => this with { Minor = (long)decimal.Clamp(Math.Ceiling(of - Minor), 0, long.MaxValue) };

    /// <summary>As a reader writes it: <c>£41,200.00</c>, <c>CHF 1,250.50</c>.</summary>
    public override string ToString()
    {
        string sign = Minor < 0 ? "-" : "";
        string symbol = Currency switch { "GBP" => "£", "EUR" => "€", "USD" => "$", NoCurrency => "", _ => Currency + " " };
        return sign + symbol + Math.Abs(Units).ToString("N" + Decimals(Currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static decimal Scale(string currency) => Decimals(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
