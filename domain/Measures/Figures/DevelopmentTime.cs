using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>The share of a person's hours that go to their own development or to the firm (IW).</summary>
public static class DevelopmentTime
{
    private const int Quarter = 13;

    private static readonly Need Time = new(Sources.Time, "entry_date", "person_id", "engagement_id", "hours", "category");

    public static Figure Word { get; } = new("development time", " %", [Time], day => Weeks.Before(day, Quarter), Of) { Shares = ("hours of development", "hours booked"), Remedy = Remedy, Meaning = Meaning };

    private static Meaning Meaning => new(
        "The hours of development over all hours that the person booked to whatever account in the 13 ISO weeks that ended before the day judged, in per cent.",
        "Development is work of the categories `personal development`, `training` and `firm`.",
        "A person without hours in those weeks is `not applicable`.")
    {
        Example = """
            - id: time-to-learn
              title: Each person has 5 % of their hours for their own development or the firm
              for each: person on an account
              threshold: { figure: development time, at least: 5 }
            """,
    };

    private static string? Remedy(Gap gap) => gap.TooLow
        ? $"plan {Weighed.RoundedUp((gap.Bound * gap.Now.Whole / 100m) - gap.Now.Part).Text()} more hours of development among {Weighed.Rounded(gap.Now.Whole).Text()} hours in {Quarter} weeks, to reach {gap.Bound.Text()} %" : null;

    private static Measured Of(AccountView view, Case subject, LocalDate day)
    {
        if (subject.Person is not { } person)
            return Measured.DoesNotApply;
        (LocalDate first, LocalDate last) = Weeks.Before(day, Quarter);
        // Hours on other accounts count here, so that their lost rows do too.
        foreach (Fault fault in view.Firm.LostTimeOf(person))
            if (view.Concerns(fault, Time) && !(fault.Names.Day < first) && !(fault.Names.Day > last))
                return Measured.Unsure(Reasons.RowsQuarantined, fault.Message);
        decimal hours = 0, development = 0;
        foreach (Work work in view.Firm.WorkOf(person))
            if (work.IsWithin(first, last))
                (hours, development) = (hours + work.Hours, development + work.DevelopmentHours);
        return hours <= 0 ? Measured.DoesNotApply : Measured.Share(development, hours);
    }
}
