using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>What was done together, or is booked: reviews, one-to-ones, retrospectives.</summary>
internal static class ActivitiesFile
{
    public static readonly Shape Shape = new(Names.Activities)
    {
        Columns = ["activity_id", "account_id", "engagement_id", "person_id", "kind", "held_on", "evidence", "participants", "source"],
        Key = ["activity_id"],
        Defaults = [("source", "every activity counts as entered by hand")],
        Vital = ["kind", "held_on"],
    };

    public static Func<Row, Activity> Parser(Header header)
    {
        Column id = header["activity_id"], account = header["account_id"], engagement = header["engagement_id"], person = header["person_id"];
        Column kind = header["kind"], held = header["held_on"], evidence = header["evidence"], participants = header["participants"];
        return row => new Activity(row.Id(id), row.Kind(kind, WordKind.Activity), row.NamedDayNeeded(held), row.Rung(evidence), row.List(participants))
        {
            Account = row.Account(account, engagement),
            Engagement = row.Engagement,
            Person = row.Person(person),
        };
    }
}
