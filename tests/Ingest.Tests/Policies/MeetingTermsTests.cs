using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Ingest.Tests.Policies;

public class MeetingTermsTests
{
    private const string Reviews = "\nmeasures:\n- id: a\n  title: A\n  for each: account\n  cadence: { activity: service review, every: month }\n";

    [Fact]
    public void The_shipped_policy_recognises_reviews_one_to_ones_retrospectives_and_health_checks()
    {
        using var folder = new PolicyFolder();
        var meetings = folder.Read().Policy!.Meetings;
        Assert.Equal(["service review", "one-to-one", "retrospective", "squad health check"], meetings.Select(m => m.Kind));
        Assert.Equal((true, null, false), (meetings[0].WithCustomer, meetings[0].Exactly, meetings[0].NobodyFromOutside));
        Assert.Equal((false, 2, true), (meetings[1].WithCustomer, meetings[1].Exactly, meetings[1].NobodyFromOutside));
        Assert.Contains("1:1", meetings[1].Titles);
        Assert.Equal(["retrospective"], meetings[2].Categories.AsEnumerable());
    }

    [Fact]
    public void A_list_of_measures_alone_is_a_policy_that_recognises_no_meeting()
    {
        using var folder = new PolicyFolder();
        Assert.Equal(Array.Empty<Matcher>(), folder.With("measures.yaml", Reviews[(Reviews.IndexOf(':') + 1)..]).Read().Policy!.Meetings);
    }

    [Theory]
    [InlineData("- ¦category: x", "a meeting needs 'kind'")]
    [InlineData("- ¦kind: service review", "a meeting needs 'category' or 'attended by' or 'title'")]
    [InlineData("- { kind: ¦servcie review, title: x }", "no measure counts the activity 'servcie review'; did you mean 'service review'?")]
    [InlineData("- { kind: service review, ¦titel: x }", "unknown key 'titel'; did you mean 'title'?")]
    [InlineData("- { kind: service review, category: ¦[x, y] }", "a list in 'category' says what it means; did you mean '{ any of: [...] }'?")]
    [InlineData("- { kind: service review, attended by: { all of: [¦costumer] } }", "'costumer' is no value of 'all of'; did you mean 'customer'?")]
    [InlineData("- { kind: service review, attended by: { none of: [¦customer] } }", "'customer' is no value of 'none of': it is one of 'outside'")]
    [InlineData("- { kind: service review, attended by: { exactly: ¦1 } }", "'1' is no number of people who meet: it is a whole number from 2 to 500")]
    [InlineData("- { kind: service review, attended by: ¦{} }", "'attended by' needs 'all of' or 'none of' or 'exactly'")]
    [InlineData("- { kind: service review, title: x }\n- { kind: ¦service review, title: y }", "the kind 'service review' is already that of the meeting on line 2")]
    [InlineData("¦just text", "'meetings' is a list, not text", false)]
    public void A_fault_has_its_place_and_what_was_probably_meant(string meetings, string fault, bool isList = true) =>
        Marked.HasOneFault("measures.yaml", $"meetings:{(isList ? '\n' : ' ')}{meetings}{Reviews}", fault);

    [Fact]
    public void A_section_that_is_misspelt_is_named() => Assert.Equal(
        ["measures.yaml:1:1: unknown key 'meeting'; did you mean 'meetings'?"], PolicyFolder.FaultsOf("measures.yaml", $"meeting:\n- {{ kind: service review, title: x }}{Reviews}"));

    [Fact]
    public void Broken_syntax_in_one_section_hides_no_fault_of_the_other()
    {
        string[] faults = PolicyFolder.FaultsOf("measures.yaml", "meetings:\n- kind: [\n- { kind: service review, titel: x }\n\nmeasures:\n- id: a\n  title: A\n  for each: acount\n  cadence: { activity: service review, every: month }\n");
        Assert.Equal(3, faults.Length);
        Assert.Matches("^measures.yaml:[23]:[0-9]+: not YAML: ", faults[0]);
        Assert.Equal(["measures.yaml:3:27: unknown key 'titel'; did you mean 'title'?", "measures.yaml:8:13: unknown population 'acount'; did you mean 'account'?"], faults[1..]);
    }
}
