using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Chooses the subjects that are worth so much, by currency; in a currency that it does not name, nobody can tell.</summary>
/// <param name="Bounds">One a currency.</param>
/// <param name="Above">Whether it must be worth more; else as much is enough.</param>
public sealed record WorthChoice(Worth Worth, ImmutableArray<Money> Bounds, bool Above) : IChoice
{
    public ImmutableArray<Need> Needs => Worth.Needs;

    public string InWords => $"{Worth.Name} {(Above ? "above" : "at least")} {Phrases.Any([.. Bounds.Select(b => b.ToString())])}";

    public Case? Choose(Case subject, AccountView view)
    {
        // A row that could not be used may be worth any amount.
        if (subject.Refused is not null)
            return subject;
        if (Worth.Of(view, subject) is not { } worth)
            return subject with { Doubt = (Reasons.FigureIncomplete, $"its {Worth.Name} is not given, and the measure is about those {InWords}") };
        foreach (Money bound in Bounds)
            if (bound.Currency == worth.Currency)
                return worth.Minor > bound.Minor || (!Above && worth.Minor == bound.Minor) ? subject : null;
        return subject with { Doubt = (Reasons.CurrencyDiffers, $"its {Worth.Name} is {worth}{(worth.Currency == Money.NoCurrency ? " in no currency" : "")}, and the measure is about those {InWords}") };
    }
}
