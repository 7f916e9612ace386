using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>The pieces of work for each account.</summary>
internal static class EngagementsFile
{
    public static readonly Shape Shape = new(Names.Engagements)
    {
        Columns = ["engagement_id", "account_id", "name", "status", "started_on", "ended_on", "billable", "budget", "updated_on"],
        Distant = ["ended_on"],
        Key = ["engagement_id"],
        Vital = ["account_id"],
        Lenient = ["budget", "updated_on"],
        KeepsIds = true,
    };

    public static Func<Row, Engagement> Parser(Header header)
    {
        Column id = header["engagement_id"], account = header["account_id"], name = header["name"], status = header["status"];
        Column started = header["started_on"], ended = header["ended_on"], budget = header["budget"], updated = header["updated_on"];
        return row =>
        {
            EngagementId engagement = row.NewEngagement(id);
            AccountId? of = row.AccountNeeded(account);
            return new Engagement(engagement, of ?? default, row.Text(name) ?? engagement.Value)
            {
                Status = row.Status(status, WordKind.EngagementStatus, "active"),
                StartedOn = row.Day(started),
                EndedOn = row.Day(ended),
                Budget = row.Number(budget),
                UpdatedOn = row.Day(updated),
            };
        };
    }
}
