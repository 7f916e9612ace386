using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>How often the lead of an account changed (MR).</summary>
public static class ChangesOfLead
{
    private const int Months = 24;

    public static Figure Word { get; } = new("changes of lead", "", Leads.Needs, Window, Of) { Called = "the number of changes of lead", Remedy = Remedy, History = History, Meaning = Meaning };

    private static Meaning Meaning => new(
        "On how many days of the last 24 months the lead of the account passed from one person to another.",
        "The first lead takes over from nobody, and a lead who comes back after days without any lead is no change.",
        "An account that nobody has led is `not applicable`.")
    {
        With = ["assignments"],
        Example = """
            - id: lead-stays
              title: The lead of an account changes at most once in 24 months
              for each: account
              threshold: { figure: changes of lead, at most: 1 }
            """,
    };

    /// <summary>A change counts until it is older than the window; the oldest go first.</summary>
    private static string? Remedy(Gap gap)
    {
        int left = (int)decimal.Floor(gap.Bound);
        return gap.TooLow || left < 0 || gap.Now.Beside.ElementAtOrDefault(gap.Now.Beside.Length - left - 1).Day is not { } last ? null
            : $"keep the lead until {last.PlusMonths(Months).InWords()}, when {(left == 0 ? "no change lies" : left == 1 ? "only 1 change lies" : $"only {left} changes lie")} within {Months} months";
    }

    private static (LocalDate, LocalDate)? Window(LocalDate day) => (day.PlusMonths(-Months).PlusDays(1), day);

    private static Measured Of(AccountView view, Case subject, LocalDate day)
    {
        Assignment[] led = [.. view.Led().Where(a => !(a.From > day))];
        if (led.Length == 0)
            return Measured.DoesNotApply with { Why = "nobody has led the account" };
        LocalDate[] changes = Changes(led, day.PlusMonths(-Months));
        return Measured.Of(changes.Length) with { Beside = [.. changes.Select((on, i) => new Compared($"change {i + 1}", Day: on))] };
    }

    /// <summary>Their number grows on the day of one alone, and falls between: the day of each and the day before it tell it all.</summary>
    private static IEnumerable<(LocalDate On, Measured Then)> History(AccountView view, Case subject)
    {
        LocalDate[] all = Changes([.. view.Led().Where(a => !(a.From > view.Today))], LocalDate.MinIsoValue);
        foreach (LocalDate change in all.Reverse())
            foreach (LocalDate day in new[] { change, change.PlusDays(-1) })
                yield return (day, Measured.Of(all.Count(on => on > day.PlusMonths(-Months) && on <= day)));
    }

    private static LocalDate[] Changes(Assignment[] led, LocalDate after) =>
        [.. led.Select(a => a.From).OfType<LocalDate>().Where(from => from > after).Distinct().Where(from => IsChange(from, led)).Order()];

    private static bool IsChange(LocalDate from, Assignment[] led)
    {
        Assignment[] earlier = Array.FindAll(led, a => a.From is not { } since || since < from);
        if (earlier.Length == 0)
            return false;
        LocalDate last = earlier.Max(a => a.To is { } to ? LocalDate.Min(to, from.PlusDays(-1)) : from.PlusDays(-1));
        PersonId[] before = Leads.On(last, earlier);
        return Leads.On(from, Array.FindAll(led, a => a.From == from)).Any(p => !before.Contains(p));
    }
}
