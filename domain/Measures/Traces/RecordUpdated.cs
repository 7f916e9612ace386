using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Traces;

/// <summary>
/// The record of the engagement, or of the opportunity in any system, was brought up to date. Sources know only the latest day: one
/// after the day judged hides what was true on it.
/// </summary>
public static class RecordUpdated
{
    public static Trace Word { get; } = new("record updated", "update of its record", "bring its record up to date",
        [new(Sources.Engagements, "updated_on") { WithPopulation = true }, new(Sources.Opportunities, "updated_on") { WithPopulation = true }], Of) { Later = Later };

    private static IEnumerable<LocalDate> Of(AccountView view, Case subject)
    {
        if (subject.Engagement?.UpdatedOn is { } day && day <= view.Today)
            yield return day;
        foreach (Record record in subject.Records)
            if (record.UpdatedOn is { } updated && updated <= view.Today)
                yield return updated;
    }

    private static LocalDate? Later(AccountView view, Case subject) =>
        subject.Records.Select(r => r.UpdatedOn).Append(subject.Engagement?.UpdatedOn).Where(day => day > view.Today).Min();
}
