using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>
/// An amount that grows by dated parts must reach a share of another; where the other is not whole, any part above zero will do. It is done
/// on the day on which it first does. Parts below zero (credit notes) that take it away again undo it once that has lasted for more than 5
/// working days, until others make it up.
/// </summary>
/// <param name="Reaches">The share to reach, in per cent.</param>
public sealed record Total(Amount Of, decimal Reaches, Amount ShareOf)
{
    private const string Credited = "credited";

    private static readonly CalendarSpan Borne = new(5, SpanUnit.WorkingDays);

    internal Progress Progress(AccountView view, Case subject)
    {
        Parts whole = ShareOf.Of(view, subject);
        Parts parts = Of.Of(view, subject);
        if (whole.Hours is { } hours)
            return Booked(parts, subject, hours, whole.Doubt);
        Money? sum = whole.Mixed ? null : whole.Sum();
        if (!whole.Whole || (!whole.Mixed && sum is not { Minor: > 0 }))
            return Reach(view, subject, parts, null);
        // What was billed in two currencies has no one amount to reach; without an invoice, though, it is plainly not reached.
        if (whole.Mixed)
            return new(parts.All.IsEmpty ? Outcome.Not : Outcome.Unsure(Reasons.CurrencyDiffers), Of.Phrase, Of.RemedyOf(subject));
        return Reach(view, subject, parts, sum);
    }

    private Progress Booked(Parts parts, Case subject, decimal available, string? doubt)
    {
        decimal booked = 0, goal = Reaches * available / 100m;
        ImmutableArray<(LocalDate On, decimal Hours)> hours = parts.HoursOn.Sort((one, other) => one.On.CompareTo(other.On));
        for (int i = 0; i < hours.Length; i++)
        {
            booked += hours[i].Hours;
            // Hours of one day count together, and a later correction does not undo them.
            bool endsDay = i + 1 == hours.Length || hours[i + 1].On != hours[i].On;
            if (endsDay && doubt is null && booked >= goal)
                return new(Outcome.DoneOn(hours[i].On), null, null) { Share = new() { Hours = (available, booked) } };
        }
        string missing = string.Create(CultureInfo.InvariantCulture, $"{Of.Phrase} to {Reaches:0.##} % of {available:0.##} hours ({booked:0.##} so far)");
        string remedy = string.Create(CultureInfo.InvariantCulture, $"{Of.RemedyOf(subject)} {Math.Ceiling(100 * (goal - booked)) / 100:0.##} more hours, to reach {Reaches:0.##} %");
        return new((doubt ?? parts.Doubt) is { } why ? Outcome.Unsure(why) : Outcome.Not, missing, remedy) { Share = new() { Hours = (available, booked) } };
    }

    /// <param name="goal">Null where any amount above zero will do.</param>
    private Progress Reach(AccountView view, Case subject, Parts parts, Money? goal)
    {
        LocalDate? reachedOn = goal is null ? parts.All.Where(p => p.Amount.Minor > 0).Min(p => (LocalDate?)p.On) : null, takenAwayOn = null;
        Dictionary<string, long> sums = [];
        // Parts of one day count together, so that their order in the file means nothing.
        foreach (var day in parts.All.GroupBy(p => p.On).OrderBy(d => d.Key))
        {
            foreach ((_, Money amount) in day)
                sums[amount.Currency] = sums.GetValueOrDefault(amount.Currency) + amount.Minor;
            bool enough = IsEnough(sums, goal);
            reachedOn ??= enough ? day.Key : null;
            takenAwayOn = enough || !(reachedOn <= day.Key) ? null : takenAwayOn ?? day.Key;
        }
        ShareReached? share = goal is { } money ? new() { Whole = money, Reached = money with { Minor = sums.GetValueOrDefault(money.Currency) }, Note = parts.Note }
            : parts.Note is null ? null : new() { Note = parts.Note };
        LocalDate? borne = takenAwayOn is { } since ? Borne.After(since, view.Calendar) : view.Today;
        if (reachedOn is not null && view.Today <= borne)
            return new(Outcome.DoneOn(reachedOn), null, null) { Share = share };
        string? doubt = goal is { } due && parts.All.Any(p => p.Amount.Currency != due.Currency) ? Reasons.CurrencyDiffers : borne is null ? Reasons.HolidaysUnknown : null;
        return new(doubt is null ? Outcome.Not : Outcome.Unsure(doubt), Missing(share, takenAwayOn), Remedy(subject, parts, sums, goal))
        {
            Share = share, Reason = reachedOn is null ? null : Credited,
        };
    }

    private bool IsEnough(Dictionary<string, long> sums, Money? goal) =>
        goal is { } money ? sums.GetValueOrDefault(money.Currency) * 100m >= Reaches * money.Minor : sums.Values.Any(sum => sum > 0);

    private string Missing(ShareReached? share, LocalDate? takenAwayOn)
    {
        string credited = takenAwayOn is { } day ? $" after the credit of {day.InWords()}" : "";
        return share is { Whole: { } goal, Reached: { } reached }
            ? $"{Of.Phrase} to {Reaches.Text()} % of {goal} ({reached} {(takenAwayOn is null ? "so far" : "left")}{credited})"
            : takenAwayOn is null ? Of.Phrase : $"{Of.Phrase}{credited}";
    }

    /// <summary>What waits and would be enough is named; else so much more is asked for.</summary>
    private string Remedy(Case subject, Parts parts, Dictionary<string, long> sums, Money? goal)
    {
        foreach ((string order, Money amount) in parts.Waiting)
            if (IsEnough(new(sums) { [amount.Currency] = sums.GetValueOrDefault(amount.Currency) + amount.Minor }, goal))
                return order;
        return goal is { } money ? $"{Of.RemedyOf(subject)}, about {money with { Minor = money.Minor - sums.GetValueOrDefault(money.Currency) }}" : Of.RemedyOf(subject);
    }
}
