using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>The hours that the person booked in the week, for whatever account and of whatever kind.</summary>
public static class HoursBooked
{
    public static Amount Word { get; } = new("hours booked", "booked", "book",
        [new(Sources.Time, "entry_date", "person_id", "hours")], Of) { InHours = true };

    private static Parts Of(AccountView view, Case subject) => new([], true)
    {
        Hours = subject.Work.Sum(w => w.Hours),
        Doubt = subject.Person is { } person && view.Firm.LostTimeOf(person).Any(f => IsOf(subject, f.Names.Day)) ? Reasons.RowsQuarantined : null,
    };

    private static bool IsOf(Case subject, NodaTime.LocalDate? day) => day is null || (subject.Days is var (first, last) && first <= day && day <= last);
}
