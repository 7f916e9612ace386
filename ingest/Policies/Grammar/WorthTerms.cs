using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>What subjects must be worth: <c>outstanding: { above: { GBP: 50000, EUR: 60000 } }</c>, each amount in whole units of its currency.</summary>
internal static class WorthTerms
{
    private const string Above = "above";
    private const string AtLeast = "at least";

    /// <summary>Null, with a fault, where it says no amount.</summary>
    public static WorthChoice? Read(Fields where, Worth worth)
    {
        if (where.Part(worth.Name, new(Quote.Of(worth.Name), [], [Above, AtLeast])) is not { } fields || fields.ExactlyOne(Above, AtLeast) is not { } key)
            return null;
        if (fields[key] is Mapping { Entries.IsEmpty: true } empty)
            fields.Faults.Add(empty.At, $"{Quote.Of(key)} names no amount", "{ GBP: 50000 }");
        ImmutableArray<Money> bounds = [.. Pairs.Read(fields, key).Select(p => Bound(p.Key, p.Value, fields.Faults)).OfType<Money>()];
        return bounds.IsEmpty ? null : new(worth, bounds, key == Above);
    }

    private static Money? Bound(Text currency, Text amount, FaultList faults)
    {
        if (currency.Value.Length != 3 || !currency.Value.All(char.IsAsciiLetterUpper) || currency.Value == Money.NoCurrency)
        {
            string code = currency.Value.ToUpperInvariant();
            faults.Add(currency.At, $"{Quote.Of(currency.Value)} is no currency: it is three capital letters, as GBP", code.Length == 3 && code.All(char.IsAsciiLetterUpper) && code != Money.NoCurrency ? code : null);
            return null;
        }
        if (NumberText.Parse(amount.Value) is not { } units || units < 0)
            faults.Add(amount.At, $"{Quote.Of(amount.Value)} is no amount: it is a number of whole units, as 50000", Meant(amount.Value));
        else if (decimal.Round(units, Money.Decimals(currency.Value)) != units)
            faults.Add(amount.At, $"{Quote.Of(amount.Value)} has more decimals than {currency.Value} has, which is {Money.Decimals(currency.Value)}");
        else
            return Money.FromUnits(units, currency.Value);
        return null;
    }

    /// <summary>Without what parts the thousands, and without a sign.</summary>
    private static string? Meant(string written)
    {
        string plain = string.Concat(written.Where(c => char.IsAsciiDigit(c) || c == '.'));
        return NumberText.Parse(plain) is { } number ? number.ToString(CultureInfo.InvariantCulture) : null;
    }
}
