using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>An amount that grows by dated parts must reach a share of another. Where the other is not whole, any part will do.</summary>
/// <param name="Reaches">The share to reach, in per cent.</param>
public sealed record Total(Amount Of, decimal Reaches, Amount ShareOf)
{
    internal Progress Progress(AccountView view, Case subject)
    {
        Parts whole = ShareOf.Of(view, subject);
        Parts parts = Of.Of(view, subject);
        if (whole.Hours is { } hours)
            return Booked(parts, subject, hours, whole.Doubt);
        Money? sum = whole.Mixed ? null : whole.Sum();
        if (!whole.Whole || (!whole.Mixed && sum is not { Minor: > 0 }))
            return First(parts, subject);
        // What was billed in two currencies has no one amount to reach; without an invoice, though, it is plainly not reached.
        if (whole.Mixed)
            return new(parts.All.IsEmpty ? Outcome.Not : Outcome.Unsure(Reasons.CurrencyDiffers), Of.Phrase, Of.RemedyOf(subject));
        return Reach(parts, subject, sum.GetValueOrDefault());
    }

    /// <summary>Hours are there or not: sources do not say when they were booked.</summary>
    private Progress Booked(Parts parts, Case subject, decimal available, string? doubt)
    {
        decimal booked = parts.Hours ?? 0, goal = Reaches * available / 100m;
        if (doubt is null && booked >= goal)
            return new(Outcome.DoneOn(null), null, null) { Share = new() { Hours = (available, booked) } };
        string missing = string.Create(CultureInfo.InvariantCulture, $"{Of.Phrase} to {Reaches:0.##} % of {available:0.##} hours ({booked:0.##} so far)");
        string remedy = string.Create(CultureInfo.InvariantCulture, $"{Of.RemedyOf(subject)} {Math.Ceiling(100 * (goal - booked)) / 100:0.##} more hours, to reach {Reaches:0.##} %");
        return new((doubt ?? parts.Doubt) is { } why ? Outcome.Unsure(why) : Outcome.Not, missing, remedy) { Share = new() { Hours = (available, booked) } };
    }

    private Progress First(Parts parts, Case subject) => parts.All.IsEmpty
        ? new(Outcome.Not, Of.Phrase, Of.RemedyOf(subject))
        : new(Outcome.DoneOn(parts.All.Min(p => p.On)), null, null) { Share = parts.Note is null ? null : new() { Note = parts.Note } };

    private Progress Reach(Parts parts, Case subject, Money goal)
    {
        // Parts of one day count together, so that their order in the file means nothing.
        long sum = 0;
        LocalDate? reachedOn = null;
        bool foreign = parts.All.Any(p => p.Amount.Currency != goal.Currency);
        ImmutableArray<(LocalDate On, Money Amount)> own = (foreign ? parts.All.RemoveAll(p => p.Amount.Currency != goal.Currency) : parts.All)
            .Sort((one, other) => one.On.CompareTo(other.On));
        for (int i = 0; i < own.Length; i++)
        {
            sum += own[i].Amount.Minor;
            bool dayEnds = i + 1 == own.Length || own[i + 1].On != own[i].On;
            if (dayEnds && reachedOn is null && sum * 100m >= Reaches * goal.Minor)
                reachedOn = own[i].On;
        }
        var share = new ShareReached { Whole = goal, Reached = new(sum, goal.Currency), Note = parts.Note };
        if (reachedOn is not null)
            return new(Outcome.DoneOn(reachedOn), null, null) { Share = share };
        string missing = string.Create(CultureInfo.InvariantCulture, $"{Of.Phrase} to {Reaches:0.##} % of {goal} ({share.Reached} so far)");
        string remedy = $"{Of.RemedyOf(subject)}, about {goal with { Minor = goal.Minor - sum }}";
        return new(foreign ? Outcome.Unsure(Reasons.CurrencyDiffers) : Outcome.Not, missing, remedy) { Share = share };
    }
}
