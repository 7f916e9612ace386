using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Traces;

/// <summary>The days on which a record was brought up to date, of which its source knows the latest alone.</summary>
public static class RecordUpdated
{
    public static Trace Word { get; } = new("record updated", "update of its record", $"bring the record of {CadenceBasis.Whose} up to date",
        [new(Sources.Engagements, "updated_on") { WithPopulation = true }, new(Sources.Opportunities, "updated_on") { WithPopulation = true }], Of) { Later = Later, Meaning = Meaning };

    private static Meaning Meaning => new(
        "The engagement's or opportunity's own record was brought up to date, on its `updated_on`; of an opportunity in two systems the later day counts.",
        "The source knows only the latest day: one after the day judged hides what was true then, so that the finding is `unknown(anchor_missing)` and the start never takes its place.",
        "If one system of an opportunity gives such a day, the day of the other decides where the promise still holds by it.")
    {
        With = ["overwritten states", "rolling cadences"],
        Example = """
            - id: psa-up-to-date
              title: The PSA record of each engagement is updated every 7 days
              for each: active engagement
              cadence: { activity: record updated, every: 7 days }
            """,
    };

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
