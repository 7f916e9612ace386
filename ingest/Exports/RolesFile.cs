using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>Who holds which role, and since when.</summary>
internal static class RolesFile
{
    public static readonly Shape Shape = new(Names.Roles)
    {
        Columns = ["system", "account_id", "engagement_id", "opportunity_id", "person_id", "role", "from", "to", "announced_on", "handover_on"],
        Distant = ["to"],
        Vital = ["person_id", "role"],
        Defaults = [("system", "every role counts as the PSA's")],
        Lenient = ["announced_on", "handover_on"],
    };

    public static Func<Row, Assignment> Parser(Header header)
    {
        Column system = header["system"], account = header["account_id"], engagement = header["engagement_id"], person = header["person_id"], role = header["role"];
        Column from = header["from"], to = header["to"], opportunity = header["opportunity_id"], announced = header["announced_on"], handover = header["handover_on"];
        return row => new Assignment(row.PersonNeeded(person), row.Kind(role, WordKind.Role), row.Day(from), row.Day(to))
        {
            System = row.System(system),
            Account = row.Account(account, engagement),
            Engagement = row.Engagement,
            Opportunity = row.Text(opportunity),
            AnnouncedOn = row.Day(announced),
            HandoverOn = row.Day(handover),
        };
    }
}
