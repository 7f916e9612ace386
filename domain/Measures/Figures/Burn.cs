using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>How an engagement uses up its budget (IW).</summary>
public static class Burn
{
    private const int RecentWeeks = 13;
    private const string Cost = "cost to date";
    private const string Budget = "budget";
    private const string Forecasted = "forecast cost";
    private const string TimeElapsed = "time elapsed in per cent";
    private const string Week = "the week to ";

    private static readonly Need Time = new(Sources.Time, "entry_date", "engagement_id", "hours", "billable", "value", "currency");

    /// <summary>The cost to date over the budget, in per cent.</summary>
    public static Figure Word { get; } = new("burn", " %", [new(Sources.Engagements, "budget"), Time], _ => null, OfBudget)
    {
        Remedy = gap => Remedy(gap, Cost, gap.Bound), History = (view, subject) => Weekly(view, subject, UsedUp), Moment = Week, Meaning = Meaning,
        Told = now => $"{Cost} {now.Named(Cost).InWords} of a {Budget} of {now.Named(Budget).InWords}",
    };

    private static Meaning Meaning => new(
        "The cost to date over the engagement's `budget`, in per cent to one decimal; the cost is the `value` of its billable work.",
        "Without a budget it is `not applicable`; work valued in several currencies is `unknown(currency_differs)`, and a billable entry without a value `unknown(figure_incomplete)`.")
    {
        Example = """
            - id: budget-kept
              title: Each engagement burns no more than its budget
              for each: active engagement
              threshold: { figure: burn, at most: 100 }
            """,
    };

    /// <summary>So many points of the budget are used up ahead of the time elapsed, both ends of the engagement included.</summary>
    public static Figure AheadOfTime { get; } = new("burn ahead of time", " points", [new(Sources.Engagements, "budget", "started_on", "ended_on"), Time], _ => null, Ahead)
    {
        Remedy = gap => Remedy(gap, Cost, gap.Bound + Elapsed(gap.Now)), History = (view, subject) => Weekly(view, subject, AheadOf), Moment = Week, Meaning = MeaningOfAheadOfTime,
        Told = now => $"{Weighed.Shown(now.Value.GetValueOrDefault() + Elapsed(now)).Text()} % of the {Budget} is used after {Elapsed(now).Text()} % of the time",
    };

    private static Meaning MeaningOfAheadOfTime => new(
        "By how many points the burn in per cent exceeds the time elapsed in per cent of the engagement's days, both ends included.",
        "An engagement without a start, an end or a budget is `not applicable`.")
    {
        With = ["burn"],
        Example = """
            - id: budget-and-time
              title: The budget is not used up ahead of time
              for each: active engagement
              threshold: { figure: burn ahead of time, at most: 10 }
            """,
    };

    /// <summary>What the engagement is forecast to cost at its end, in per cent of the budget.</summary>
    public static Figure Forecast { get; } = new("forecast at completion", " %", [new(Sources.Engagements, "budget", "started_on", "ended_on"), Time], _ => null, AtCompletion)
    {
        Remedy = gap => Remedy(gap, Forecasted, gap.Bound), Called = "the forecast at completion", OnlyWarns = true, Meaning = MeaningOfForecast,
        Told = now => $"{Forecasted} {now.Named(Forecasted).InWords} of a {Budget} of {now.Named(Budget).InWords}",
    };

    private static Meaning MeaningOfForecast => new(
        "The cost at the engagement's end in per cent of its budget: the cost to the last Sunday, and for each day left the mean daily cost of the last 13 ISO weeks, or of the days since its start where they are fewer.",
        "Without an end there is no forecast. Work before the start is part of the cost, and not of the mean.",
        "A forecast out of bounds makes the finding `at risk` and never `breached`: only cost to date and time elapsed do that.")
    {
        With = ["burn"],
        Example = """
            - id: forecast-in-budget
              title: Each engagement is forecast to end within its budget
              for each: active engagement
              threshold: { all of: [{ figure: burn, at most: 100 }, { figure: forecast at completion, at most: 100 }] }
            """,
    };

    private static decimal Elapsed(Measured now) => now.Named(TimeElapsed).Number ?? 0;

    /// <summary>The budget is raised to what keeps it within so many per cent, or it costs less: what is spent can only be booked elsewhere.</summary>
    private static string? Remedy(Gap gap, string what, decimal percent)
    {
        if (gap.TooLow || gap.Beside(what) is not { } amount || gap.Beside(Budget) is not { } budget || percent <= 0)
            return null;
        Money over = budget.Of(percent / 100m) is var most ? most.Short(amount.Minor) : default;
        return $"agree {budget.Short(100m * amount.Minor / percent)} more budget, or {(what == Cost ? $"move {over} of the cost to date that belongs to other work" : $"plan {over} less of cost")}";
    }

    private static Measured OfBudget(AccountView view, Case subject, LocalDate day) => Of(view, subject, (cost, budget, _) => UsedUp(subject, cost, budget, day));

    private static Measured UsedUp(Case subject, Money cost, Money budget, LocalDate day) =>
        Measured.Of(100m * cost.Minor / budget.Minor) with { Beside = [new(Cost, Money: cost), new(Budget, Money: budget)] };

    private static Measured Ahead(AccountView view, Case subject, LocalDate day) => Of(view, subject, (cost, budget, _) => AheadOf(subject, cost, budget, day));

    private static Measured AheadOf(Case subject, Money cost, Money budget, LocalDate day)
    {
        if (subject.Engagement is not { StartedOn: { } start, EndedOn: { } end } || end < start)
            return Measured.DoesNotApply;
        decimal elapsed = 100m * Math.Clamp(DaysOf(start, day), 0, DaysOf(start, end)) / DaysOf(start, end);
        return Measured.Of((100m * cost.Minor / budget.Minor) - elapsed) with
        {
            Beside = [new(Cost, Money: cost), new(Budget, Money: budget), new(TimeElapsed, Number: Measured.OneDecimal(elapsed))],
        };
    }

    /// <summary>What was used up by the end of each week: work is known by the week, so that no day between two Sundays says more.</summary>
    private static List<(LocalDate On, Measured Then)> Weekly(AccountView view, Case subject, Func<Case, Money, Money, LocalDate, Measured> at)
    {
        List<(LocalDate, Measured)> weeks = [];
        Of(view, subject, (cost, budget, work) =>
        {
            Work[] latestFirst = [.. work.OrderByDescending(w => w.LastDay)];
            int after = 0;
            for (LocalDate day = view.Today; after < latestFirst.Length; day = IsoWeek.Of(day).Monday.PlusDays(-1))
            {
                for (; after < latestFirst.Length && latestFirst[after].LastDay > day; after++)
                    cost = cost with { Minor = cost.Minor - latestFirst[after].Value };
                weeks.Add((day, at(subject, cost, budget, day)));
            }
            return default;
        });
        return weeks;
    }

    private static Measured AtCompletion(AccountView view, Case subject, LocalDate day) => Of(view, subject, (cost, budget, work) =>
    {
        (LocalDate first, LocalDate last) = Weeks.Before(day, RecentWeeks);
        if (subject.Engagement is not { EndedOn: { } end } engagement)
            return Measured.DoesNotApply;
        first = engagement.StartedOn is { } start ? LocalDate.Max(first, start) : first;
        if (DaysOf(first, last) is not (> 0 and var days))
            return Measured.DoesNotApply;
        Work[] ended = Array.FindAll(work, w => w.LastDay <= last);
        decimal aDay = (decimal)ended.Where(w => w.LastDay >= first).Sum(w => w.Value - w.ValueBeforeStart) / days;
        decimal forecast = ended.Sum(w => w.Value) + (aDay * Math.Max(0, DaysOf(last, end) - 1));
        return Measured.Of(100m * forecast / budget.Minor) with { Beside = [new(Forecasted, Money: cost with { Minor = (long)forecast }), new(Budget, Money: budget)] };
    });

    private static Measured Of(AccountView view, Case subject, Func<Money, Money, Work[], Measured> measure)
    {
        if (subject.Engagement is not { Budget: > 0 and var budget } engagement)
            return Measured.DoesNotApply with { Why = "no budget is set" };
        Work[] work = [.. view.WorkOf(engagement.Id)];
        Parts parts = BillableValue.Word.Of(view, subject with { Work = work });
        if (parts.Mixed)
            return Measured.Unsure(Reasons.CurrencyDiffers, "its work is valued in several currencies");
        if (!parts.Whole)
            return Worthless(work);
        Money cost = parts.Sum() ?? new(0, Money.NoCurrency);
        return Money.FromUnits(budget, cost.Currency) is { Minor: > 0 } whole ? measure(cost, whole, work) : Measured.DoesNotApply;
    }

    /// <summary>Entries are known by the person and the week.</summary>
    private static Measured Worthless(IEnumerable<Work> work)
    {
        string[] entries = [.. work.Where(w => !w.ValueIsWhole).OrderBy(w => w.FirstDay).Select(w => $"{w.Person} in week {w.Week}").Distinct()];
        return Measured.Unsure(Reasons.FigureIncomplete, $"billable entries have no value, those of {Phrases.Any(entries, "and")}", $"give the value of these entries in {Sources.Time}");
    }

    private static int DaysOf(LocalDate first, LocalDate last) => Period.DaysBetween(first, last) + 1;
}
