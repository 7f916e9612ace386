using System.Collections.Immutable;
using NodaTime;
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
        var limits = new Limits(AtLeast?.For(view.Account), AtMost?.For(view.Account), Above?.For(view.Account), Change);
        var weighed = new Weighed(Figure.Name, Figure.Unit, InWords(limits.Low, limits.High, limits.Above))
        {
            Shares = Figure.Shares, Called = Figure.Called, OnlyWarns = Figure.OnlyWarns, Over = Figure.Over(view.Today), AsOf = view.Today, Moment = Figure.Moment,
        };
        if (Unset is { } target && target.Of(view.Account) is null)
            return (weighed with { Why = $"no {target.Name} is set for the account" }, null);
        Measured now = Figure.Of(view, subject, view.Today);
        if (now.Fault is { } broken)
            return (weighed with { Fault = broken, Why = now.Why, Beside = now.Beside, Remedy = Figure.Remedy?.Invoke(new(now, 0, limits.Low ?? limits.Above ?? 0, TooLow: true)) }, null);
        if (now.Doubt is not null || now.Value is not { } value)
            return (weighed with { Why = now.Why, Reason = now.Reason }, now.Doubt);
        (decimal? before, LocalDate? beforeOn, Trouble? doubt) = Before(view, subject, now);
        string? fault = limits.WhyNot(value, before);
        weighed = weighed with
        {
            Value = limits.Say(before) ? value : null, Why = limits.Say(before) ? null : "there is nothing earlier to compare it with", Fault = fault,
            Part = now.Part, Whole = now.Whole, Before = before, BeforeOn = beforeOn, Beside = now.Beside, Rows = now.Rows,
        };
        return fault is null ? (weighed, doubt)
            : (weighed with { Since = Since(view, subject, limits), Told = Figure.Told?.Invoke(now), Remedy = RemedyOf(now, value, limits.Highest(before), limits.High) }, null);
    }

    /// <summary>Back from the day judged while it was out of the same bounds, by what the facts say of it now.</summary>
    private LocalDate? Since(AccountView view, Case subject, Limits limits)
    {
        LocalDate? since = null;
        foreach (var (on, then) in Figure.History?.Invoke(view, subject) ?? [])
        {
            if (then.Value is not { } value || limits.WhyNot(value, Change is { Since: null } ? then.Before : null) is null)
                break;
            since = on;
        }
        return since;
    }

    private Target? Unset => (AtLeast ?? AtMost ?? Above)?.Target;

    private (decimal? Before, LocalDate? On, Trouble? Doubt) Before(AccountView view, Case subject, Measured now)
    {
        if (Change is null)
            return (null, null, null);
        if (Change.Since is not { } since)
            return (now.Before, now.BeforeOn, null);
        if (since.Before(view.Today, view.Calendar) is not { } day)
            return (null, null, view.CalendarEnds());
        Measured then = Figure.Of(view, subject, day);
        // That nobody measured it so long ago is no fault of today's figure.
        return (then.Value, day, then.Doubt is { Reason: not Reasons.FigureIncomplete } doubt ? doubt : null);
    }

    /// <summary>As a promise: <c>utilisation between 75 % and 90 %</c>; a target stands by its name.</summary>
    public string InWords()
    {
        string bounds = InWords(AtLeast?.Number, AtMost?.Number, Above?.Number);
        return $"{Figure.Called} {(Unset is { } target ? $"{(AtMost is null ? "at least" : "at most")} the account's {target.Name}" : bounds)}";
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
