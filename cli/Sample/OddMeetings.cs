using System.Text.Json.Nodes;

namespace Plumbline.Cli.Sample;

/// <summary>What calendars hold in any firm and what proves nothing: a mailbox that is not there, a room, an entry without an address, a time zone that nobody knows.</summary>
internal static class OddMeetings
{
    /// <summary>How many months ago a colleague without a mailbox here organised the review at Wexcombe.</summary>
    public const int OrganisedElsewhereAtWexcombe = 1;

    private const int RoomAtMourne = ServiceReviews.WithoutCustomerAtMourne;
    private const int OddZoneAtStrathyre = 1;
    private const int DaysOfTwoSprints = 28;

    private const string OddZone = "Customized Time Zone";
    private const string UsualZone = "UTC";

    /// <summary>Of one person nobody exported the mailbox.</summary>
    public static Person Unread(Firm firm) => firm.Member("WEXCOMBE", 4);

    public static string Zone(Firm firm, Activity activity) => IsReview(firm, activity, "STRATHYRE", OddZoneAtStrathyre) ? OddZone : UsualZone;

    /// <summary>Entries among the attendees that are nobody: a room of the customer's, and a name of the old directory in place of an address.</summary>
    public static IEnumerable<JsonObject> AlsoInvited(Firm firm, Activity activity)
    {
        if (IsReview(firm, activity, "MOURNE", RoomAtMourne))
            yield return Entry("Harbour Room", "harbour.room@mournecoast.example");
        if (activity is { Kind: "retrospective", Engagement.Id: "STRATHYRE-01" } && activity.On > firm.Days.Today.PlusDays(-DaysOfTwoSprints))
            yield return Entry("Delivery guest", "/o=Ashdowne/ou=Exchange Administrative Group/cn=Recipients/cn=guest");
    }

    private static bool IsReview(Firm firm, Activity activity, string account, int monthsAgo) =>
        activity.Kind == "service review" && activity.Account?.Id == account && activity.On.ToYearMonth() == firm.Days.MonthsAgo(monthsAgo);

    private static JsonObject Entry(string name, string address) => new()
    {
        ["type"] = "required",
        ["status"] = new JsonObject { ["response"] = "accepted", ["time"] = "0001-01-01T00:00:00Z" },
        ["emailAddress"] = new JsonObject { ["name"] = name, ["address"] = address },
    };
}
