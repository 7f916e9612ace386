using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Rows that could not be used may be why a subject is in its population no more: an engagement's row was lost and its timesheets are
/// nobody's, an assignment's and the person is on no account.
/// </summary>
internal static class HiddenSubjects
{
    /// <summary>The first row that may hide what a kept finding is about; null where none does.</summary>
    public static Fault? MayHide(this AccountView view, KeptFinding kept, Measure measure)
    {
        // A timesheet is known by its person and its engagement, a risk by its kind and its id.
        string[] parts = kept.Subject.Split('/');
        Need[] needs = [.. measure.PopulationNeeds];
        IEnumerable<Fault> nobodys = needs.SelectMany(n => parts.SelectMany(p => view.Firm.FaultsOf(n.Source, p)));
        return Fault.InOrder(view.Faults.Concat(nobodys).Where(f => needs.Any(n => view.Concerns(f, n)) && MayBeOf(f, kept, measure.ForEach.KeysFrom, parts))).FirstOrDefault();
    }

    /// <summary>A row takes what it names and no more; only where the subject's key does not say may it be the subject's.</summary>
    private static bool MayBeOf(Fault fault, KeptFinding kept, string keysFrom, string[] parts)
    {
        Named names = fault.Names;
        // What the account's own row hides, it hides of all that is the account's.
        if (fault.Source == keysFrom && names.Id is { } id)
            return keysFrom == Sources.Accounts || id == kept.Subject || parts.Contains(id);
        if (names.Day is { } day && fault.Source == Sources.Time && !IsIn(day, kept.Occasion))
            return false;
        if (keysFrom is Sources.People or Sources.Time && names.Person is { } person && !parts.Contains(person.Value))
            return false;
        return keysFrom is not (Sources.Engagements or Sources.Time) || names.Engagement is not { } engagement || parts.Contains(engagement.Value);
    }

    private static bool IsIn(LocalDate day, string occasion) =>
        occasion.Length == 0 || occasion == IsoWeek.Of(day).ToString() || occasion == day.ToYearMonth().Text();
}
