using System.Collections.Immutable;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>One figure and what it is held against; every bound that is given must hold.</summary>
public sealed record Bound(Figure Figure)
{
    public Level? AtLeast { get; init; }

    public Level? AtMost { get; init; }

    /// <summary>The figure must be more than this.</summary>
    public Level? Above { get; init; }

    public Change? Change { get; init; }

    internal ImmutableArray<Need> Needs => [.. Figure.Needs, .. new[] { AtLeast, AtMost, Above }.SelectMany(l => l?.Target?.Needs ?? [])];

    /// <summary>The figure beside its bounds, on the day judged.</summary>
    internal (Weighed Weighed, Trouble? Doubt) Weigh(AccountView view, Case subject)
    {
        decimal? low = AtLeast?.For(view.Account), high = AtMost?.For(view.Account), above = Above?.For(view.Account);
        var weighed = new Weighed(Figure.Name, Figure.Unit, InWords(low, high, above)) { Shares = Figure.Shares, Called = Figure.Called, OnlyWarns = Figure.OnlyWarns };
        if (Unset is { } target && target.Of(view.Account) is null)
            return (weighed with { Why = $"no {target.Name} is set for the account" }, null);
        Measured now = Figure.Of(view, subject, view.Today);
        if (now.Fault is { } broken)
            return (weighed with { Fault = broken, Why = now.Why, Beside = now.Beside, Remedy = Figure.Remedy?.Invoke(new(now, 0, low ?? above ?? 0, TooLow: true)) }, null);
        if (now.Doubt is not null || now.Value is not { } value)
            return (weighed with { Why = now.Why, Reason = now.Reason }, now.Doubt);
        (decimal? before, Trouble? doubt) = Before(view, subject, now);
        string? fault = value < low || value <= above ? "too low" : value > high ? "too high" : null;
        fault ??= before is { } then ? Change?.WhyNot(value, then) : null;
        // With nothing to compare it with, a change alone says nothing.
        bool says = before is not null || low is not null || high is not null || above is not null;
        weighed = weighed with
        {
            Value = says ? value : null, Why = says ? null : "there is nothing earlier to compare it with", Fault = fault,
            Part = now.Part, Whole = now.Whole, Before = before, Beside = now.Beside, Rows = now.Rows,
            Remedy = fault is null ? null : RemedyOf(now, value, Highest(low, above, before), high),
        };
        return (weighed, fault is null ? doubt : null);
    }

    private Target? Unset => (AtLeast ?? AtMost ?? Above)?.Target;

    private (decimal? Before, Trouble? Doubt) Before(AccountView view, Case subject, Measured now)
    {
        if (Change is null)
            return (null, null);
        if (Change.Since is not { } since)
            return (now.Before, null);
        if (since.Before(view.Today, view.Calendar) is not { } day)
            return (null, view.CalendarEnds());
        Measured then = Figure.Of(view, subject, day);
        // That nobody measured it so long ago is no fault of today's figure.
        return (then.Value, then.Doubt is { Reason: not Reasons.FigureIncomplete } doubt ? doubt : null);
    }

    /// <summary>As a promise: <c>utilisation between 75 % and 90 %</c>; a target stands by its name.</summary>
    public string InWords()
    {
        string bounds = InWords(AtLeast?.Number, AtMost?.Number, Above?.Number);
        return $"{Figure.Called} {(Unset is { } target ? $"{(AtMost is null ? "at least" : "at most")} the account's {target.Name}" : bounds)}";
    }

    /// <summary>The most that it must reach, and whether it must be more than that.</summary>
    private (decimal Bound, bool Above)? Highest(decimal? low, decimal? above, decimal? before)
    {
        (decimal, bool)?[] all = [low is { } least ? (least, false) : null, above is { } over ? (over, true) : null, before is { } then && Change is { } change ? (then + change.By, change.Above) : null];
        return all.Max();
    }

    private string RemedyOf(Measured now, decimal value, (decimal Bound, bool Above)? low, decimal? high)
    {
        bool tooLow = low is var (least, more) && (more ? value <= least : value < least);
        decimal bound = tooLow ? low.GetValueOrDefault().Bound : high.GetValueOrDefault();
        if (Figure.Remedy?.Invoke(new(now, value, bound, tooLow)) is { } remedy)
            return remedy;
        string first = tooLow && Figure.FirstStep is { } step ? $"{step}, and " : "";
        if (tooLow && low.GetValueOrDefault().Above)
            return $"{first}raise {Figure.Called} above {Figured(bound)}";
        decimal by = Weighed.RoundedUp(Math.Abs(value - bound));
        return $"{first}{(tooLow ? "raise" : "lower")} {Figure.Called} by {by.Text()}{(Figure.Unit == " %" ? " points" : Figure.Unit)} to {Figured(bound)}";
    }

    private string InWords(decimal? low, decimal? high, decimal? above)
    {
        List<string> all = [];
        if (low is { } least && high is { } most)
            all.Add($"between {Figured(least)} and {Figured(most)}");
        else if (low is { } atLeast)
            all.Add($"at least {Figured(atLeast)}");
        else if (high is { } atMost)
            all.Add($"at most {Figured(atMost)}");
        if (above is { } over)
            all.Add($"above {Figured(over)}");
        if (Change is not null)
            all.Add(Change.InWords(Figure.Unit));
        return string.Join(" and ", all);
    }

    private string Figured(decimal number) => $"{number.Text()}{Figure.Unit}";
}
