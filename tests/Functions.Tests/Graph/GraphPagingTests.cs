using System.Text.Json.Nodes;
using Plumbline.Domain.Facts;
using static Plumbline.Functions.Tests.Graph.FakeGraph;
using static Plumbline.Functions.Tests.Graph.GraphFirm;

namespace Plumbline.Functions.Tests.Graph;

public class GraphPagingTests
{
    [Fact]
    public async Task Pages_are_followed_to_the_last_and_what_shifts_to_the_next_page_counts_once()
    {
        await using FakeGraph graph = await StartAsync((fake, context, user, before) =>
            user == Ben ? PageAsync(context, null) : before == 0 ? PageAsync(context, fake.Next(user, 2), Review) : PageAsync(context, null, Review, Talk));
        Snapshot snapshot = await AddAsync(graph.Address);
        Assert.Equal(["one-to-one  Held", "service review A1 Held"], snapshot.Said());
        Assert.Equal((ReadingState.Read, 0), (snapshot.Readings["calendars"].State, snapshot.Readings["calendars"].Faults.Length));
        Assert.Equal((2, 1), (graph.Count(Ann), graph.Count(Ben)));
    }

    [Fact]
    public async Task Every_request_asks_for_immutable_ids_and_the_first_for_few_fields_of_a_bounded_window()
    {
        await using FakeGraph graph = await StartAsync((fake, context, user, before) => PageAsync(context, before == 0 ? fake.Next(user, 2) : null));
        await AddAsync(graph.Address);
        Assert.All(graph.Requests, r => Assert.Equal("IdType=\"ImmutableId\"", r.Prefer));
        string query = graph.Requests.First(r => r.User == Ann && !r.Query.Contains("page", StringComparison.Ordinal)).Query;
        // A mailbox that was never read is read as far back as anything is judged, and 35 days ahead.
        Assert.Contains("startDateTime=2025-11-01T00:00:00Z", query, StringComparison.Ordinal);
        Assert.Contains("endDateTime=2026-12-26T00:00:00Z", query, StringComparison.Ordinal);
        Assert.Contains("$select=iCalUId,subject,sensitivity,start,end", query, StringComparison.Ordinal);
        Assert.DoesNotContain("body", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_gone_while_the_calendar_changes_is_begun_again_once()
    {
        await using FakeGraph graph = await StartAsync((fake, context, user, before) => (user, before) switch
        {
            (Ben, _) => PageAsync(context, null),
            (_, 0) => PageAsync(context, fake.Next(user, 2), Talk),
            (_, 1) => ErrorAsync(context, 410),
            (_, 2) => PageAsync(context, fake.Next(user, 3), Talk),
            _ => PageAsync(context, null, Review),
        });
        Assert.Equal(["one-to-one  Held", "service review A1 Held"], (await AddAsync(graph.Address)).Said());
    }

    [Fact]
    public async Task A_page_that_goes_on_going_is_a_mailbox_not_read()
    {
        await using FakeGraph graph = await StartAsync((fake, context, user, before) =>
            user == Ben ? PageAsync(context, null) : before % 2 == 0 ? PageAsync(context, fake.Next(user, 2), Review) : ErrorAsync(context, 404));
        Snapshot snapshot = await AddAsync(graph.Address);
        Assert.Equal("calendars, the mailbox of P1: it changes faster than it can be read; the next run reads it again", Assert.Single(snapshot.Readings["calendars"].Faults).Message);
        // What was seen before it went is there.
        Assert.Equal(["service review A1 Held"], snapshot.Said());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_that_do_not_end_are_given_up(bool same)
    {
        await using FakeGraph graph = await StartAsync((fake, context, user, before) => PageAsync(context, user == Ben ? null : fake.Next(user, same ? 2 : before + 2)));
        SourceReading reading = await ReadAsync(graph.Address, limits: new() { Pages = 20 });
        Assert.Equal("calendars, the mailbox of P1: Graph's pages of it do not end", Assert.Single(reading.Faults).Message);
        Assert.InRange(graph.Count(Ann), 2, 22);
    }

    [Fact]
    public async Task A_link_to_another_host_is_never_followed_and_gets_no_token()
    {
        await using FakeGraph other = await StartAsync((_, context, _, _) => PageAsync(context, null));
        string[] links = [$"{other.Address}/users/{Ann}/calendarView", "/relative", "http://user:x@127.0.0.1/v1.0/", "not a link"];
        foreach (string link in links)
        {
            await using FakeGraph graph = await StartAsync((_, context, user, _) => PageAsync(context, user == Ben ? null : link));
            SourceReading reading = await ReadAsync(graph.Address, credential: new CountedCredential());
            Assert.Equal("calendars, the mailbox of P1: Graph answered with a link to another host, which is not followed", Assert.Single(reading.Faults).Message);
        }
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("isCancelled")]
    [InlineData("sensitivity")]
    public async Task An_event_without_a_field_that_Graph_always_gives_is_a_fault_of_its_day(string field)
    {
        var review = (JsonObject)Review.DeepClone();
        review.Remove(field);
        await using FakeGraph graph = await StartAsync((_, context, user, _) => user == Ben ? PageAsync(context, null) : PageAsync(context, null, review));
        SourceReading reading = await ReadAsync(graph.Address);
        Assert.Equal($"calendars, the mailbox of P1, an event of 2 November 2026: {field} is missing, which Graph gives unless $select leaves it out; export events with isCancelled and sensitivity",
            Assert.Single(reading.Faults).Message);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using FakeGraph other = await StartAsync((_, context, _, _) => PageAsync(context, null));
        await using FakeGraph graph = await StartAsync((_, context, user, _) =>
        {
            context.Response.Headers.Location = $"{other.Address}/users/{user}/calendarView";
            return TextAsync(context, 302, "");
        });
        Assert.Equal(ReadingState.Refused, (await ReadAsync(graph.Address)).State);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("""{"value": 7}""")]
    [InlineData("""{"value": [{"iCalUId": 7, "start": [], "attendees": "x"}]}""")]
    [InlineData("""{}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task An_answer_that_is_not_what_it_should_be_opens_and_resolves_nothing(string text)
    {
        await using FakeGraph graph = await StartAsync((_, context, user, _) => user == Ben ? PageAsync(context, null, Talk) : TextAsync(context, 200, text));
        SourceReading reading = await ReadAsync(graph.Address);
        Assert.Equal(["A1"], reading.Accounts());
        Assert.DoesNotContain("iCalUId\": 7", reading.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_is_asked_for_one_page_at_a_time()
    {
        int inside = 0, most = 0;
        await using FakeGraph graph = await StartAsync(async (fake, context, user, before) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await PageAsync(context, before < 5 ? fake.Next(user, before + 2) : null);
            Interlocked.Decrement(ref inside);
        });
        await AddAsync(graph.Address, limits: new() { MailboxesAtOnce = 1 });
        Assert.Equal((12, 1), (graph.Requests.Count, most));
    }
}
