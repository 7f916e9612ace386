using System.Globalization;
using Microsoft.AspNetCore.Http;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Sources;
using Plumbline.Ingest.Calendars;
using static Plumbline.Functions.Tests.Graph.FakeGraph;
using static Plumbline.Functions.Tests.Graph.GraphFirm;

namespace Plumbline.Functions.Tests.Graph;

public class GraphFailureTests
{
    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "Fri, 20 Nov 2026 09:00:12 GMT", 12)]
    [InlineData(504, "Fri, 20 Nov 2026 08:00:00 GMT", 0)] // it has passed already
    [InlineData(503, null, 1)]
    public async Task Graph_is_asked_again_after_as_long_as_it_says(int status, string? retryAfter, int seconds)
    {
        await using FakeGraph graph = await StartAsync((_, context, user, before) => user == Ben ? PageAsync(context, null) : before == 0 ? ErrorAsync(context, status, retryAfter) : PageAsync(context, null, Review));
        var clock = new HurriedClock(Clock);
        Snapshot snapshot = await AddAsync(graph.Address, clock);
        Assert.Equal(["service review A1 Held"], snapshot.Said());
        Assert.Equal(seconds == 0 ? [] : [TimeSpan.FromSeconds(seconds)], clock.Waits);
        Assert.Empty(snapshot.Readings["calendars"].Faults);
    }

    [Fact]
    public async Task A_storm_of_429_ends_in_a_mailbox_not_read()
    {
        await using FakeGraph graph = await StartAsync((_, context, user, _) => user == Ben ? PageAsync(context, null) : ErrorAsync(context, 429, "2"));
        SourceReading reading = await ReadAsync(graph.Address);
        Assert.Equal("calendars, the mailbox of P1: Graph is too busy; the next run reads it again", Assert.Single(reading.Faults).Message);
        Assert.Equal(new GraphLimits().Tries, graph.Count(Ann));
    }

    [Fact]
    public async Task Waits_add_up_to_no_more_than_a_mailbox_may_take()
    {
        await using FakeGraph graph = await StartAsync((_, context, user, _) => user == Ben ? PageAsync(context, null) : ErrorAsync(context, 429, "50"));
        // One after the other: the clock, which leaps a wait at a time, is not to use up the other's time as well.
        SourceReading reading = await ReadAsync(graph.Address, limits: new() { Tries = 1000, MailboxesAtOnce = 1 });
        Assert.Equal("calendars, the mailbox of P1: its reading took too long; the next run reads it again", Assert.Single(reading.Faults).Message);
        Assert.InRange(graph.Count(Ann), 2, 4);
    }

    [Fact]
    public async Task Who_asks_to_come_back_in_an_hour_is_left_to_the_next_run()
    {
        await using FakeGraph graph = await StartAsync((_, context, user, _) => user == Ben ? PageAsync(context, null) : ErrorAsync(context, 429, "3600"));
        Assert.Single((await ReadAsync(graph.Address)).Faults);
        Assert.Equal(1, graph.Count(Ann));
    }

    [Fact]
    public async Task A_token_that_expires_between_pages_is_fetched_anew_once()
    {
        await using FakeGraph graph = await StartAsync((fake, context, user, before) => (user, before) switch
        {
            (Ben, _) => PageAsync(context, null),
            (_, 0) => PageAsync(context, fake.Next(user, 2), Talk),
            (_, 1) => ChallengeAsync(context),
            _ => PageAsync(context, null, Review),
        });
        Snapshot snapshot = await AddAsync(graph.Address, limits: new() { MailboxesAtOnce = 1 }, credential: new CountedCredential());
        Assert.Equal(["one-to-one  Held", "service review A1 Held"], snapshot.Said());
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-3-{}"], graph.Requests.Where(r => r.User == Ann).Select(r => r.Authorization));
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_given_up()
    {
        await using FakeGraph graph = await StartAsync((_, context, user, _) => ErrorAsync(context, 401));
        SourceReading reading = await ReadAsync(graph.Address, credential: new CountedCredential());
        Assert.Equal((ReadingState.Refused, "calendars: not one of 2 mailboxes could be read; the first: calendars, the mailbox of P1: Graph does not accept the app's token; see to the identity and its consent"), (reading.State, reading.Why));
        Assert.Equal((2, 2), (graph.Count(Ann), graph.Count(Ben)));
    }

    [Theory]
    [InlineData(404, "there is no such mailbox; see to the e-mail address in people.csv, or end the roles of who has left")]
    [InlineData(403, "the app may not read it; grant it Application Calendars.Read over this mailbox")]
    [InlineData(500, "Graph answered with status 500; the next run reads it again")]
    public async Task A_mailbox_that_cannot_be_read_is_a_fault_of_each_account_of_its_person_and_of_no_other(int status, string why)
    {
        await using FakeGraph graph = await StartAsync((_, context, user, _) => user == Ann ? PageAsync(context, null, Review) : ErrorAsync(context, status));
        Snapshot snapshot = await AddAsync(graph.Address);
        SourceReading reading = snapshot.Readings["calendars"];
        Assert.Equal(["A1", "A2"], reading.Accounts());
        Assert.All(reading.Faults, f => Assert.Equal(($"calendars, the mailbox of P2: {why}", true, "calendars"), (f.Message, f.RowLost, f.Source)));
        Assert.Equal((ReadingState.Read, "service review A1 Held"), (reading.State, Assert.Single(snapshot.Said())));
    }

    [Fact]
    public async Task The_mailbox_of_who_left_before_the_window_is_missed_by_no_account()
    {
        await using FakeGraph graph = await StartAsync((_, context, user, _) => user == Ann ? PageAsync(context, null) : ErrorAsync(context, 404));
        Assignment[] left = [Role("P1", "A1"), Role("P2", "A1") with { To = new(2026, 9, 30) }, Role("P2", "A2") with { To = new(2026, 10, 1) }];
        Assert.Equal(["A2"], (await ReadAsync(graph.Address, snapshot: Firm with { Assignments = left })).Accounts());
        Assert.True(Assert.Single((await ReadAsync(graph.Address, snapshot: Firm with { Assignments = left[..2] })).Faults).Names.Nothing);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_mailbox_not_read()
    {
        await using FakeGraph graph = await StartAsync(async (_, context, user, _) =>
        {
            context.Response.ContentLength = 100;
            await (user == Ben ? PageAsync(Unbounded(context), null) : TextAsync(context, 200, """{"value": [{"iCalUId": """));
            if (user == Ann)
                context.Abort();
        });
        Assert.Equal("calendars, the mailbox of P1: Graph's answer broke off, was too long or did not come; the next run reads it again", Assert.Single((await ReadAsync(graph.Address)).Faults).Message);
    }

    [Fact]
    public async Task An_answer_that_does_not_end_is_a_mailbox_not_read()
    {
        await using FakeGraph graph = await StartAsync((_, context, user, _) => user == Ben ? PageAsync(context, null) : TextAsync(context, 200, $"{{\"value\": [{new string(' ', 5000)}]}}"));
        Assert.Equal("calendars, the mailbox of P1: Graph's answer broke off, was too long or did not come; the next run reads it again",
            Assert.Single((await ReadAsync(graph.Address, limits: new() { BytesAPage = 4096 })).Faults).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bytes_that_come_too_slowly_are_waited_for_no_longer_than_the_limit(bool all)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeClock clock = Clock;
        await using FakeGraph graph = await StartAsync(async (_, context, _, _) =>
        {
            await TextAsync(context, 200, "{");
            await context.Response.Body.FlushAsync();
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        GraphLimits limits = all ? new() { Mailbox = TimeSpan.FromHours(1) } : new() { All = TimeSpan.FromHours(1) };
        Task<SourceReading> reading = ReadAsync(graph.Address, clock, limits, snapshot: Firm with { Assignments = [Role("P1", "A1")] });
        await asked.Task.WaitAsync(Patience.Limit);
        clock.Jump(TimeSpan.FromMinutes(10));
        Assert.Equal("calendars: not one of 1 mailboxes could be read; the first: calendars, the mailbox of P1: its reading took too long; the next run reads it again", (await reading).Why);
    }

    [Fact]
    public async Task Where_nothing_listens_calendars_are_refused()
    {
        Uri nobody;
        await using (FakeGraph graph = await StartAsync((_, context, _, _) => PageAsync(context, null)))
            nobody = graph.Address;
        Assert.Equal(ReadingState.Refused, (await ReadAsync(nobody)).State);
    }

    [Fact]
    public async Task Whose_address_is_not_known_is_a_mailbox_not_read()
    {
        await using FakeGraph graph = await StartAsync((_, context, _, _) => PageAsync(context, null));
        SourceReading reading = await ReadAsync(graph.Address, snapshot: Firm with { Assignments = [.. Firm.Assignments, Role("P9", "A2")] });
        Assert.Equal(("calendars, the mailbox of P9: people.csv has no e-mail address of theirs; add it", "A2"), (Assert.Single(reading.Faults).Message, reading.Accounts().Single()));
    }

    [Theory]
    [InlineData("people.csv")]
    [InlineData("roles.csv")]
    public async Task Without_the_register_nobody_knows_whose_mailboxes_to_read(string source)
    {
        await using FakeGraph graph = await StartAsync((_, context, _, _) => PageAsync(context, null));
        Snapshot without = Firm with { Readings = Firm.Readings.Where(r => r.Key != source).ToDictionary(r => r.Key, r => r.Value) };
        Assert.Equal($"calendars: whose mailboxes to read is not known while {source} is not read", (await ReadAsync(graph.Address, snapshot: without)).Why);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Nothing_that_Graph_says_reaches_a_message()
    {
        await using FakeGraph graph = await StartAsync((_, context, user, _) => user == Ben ? PageAsync(context, null, Talk) : ErrorAsync(context, 400));
        SourceReading reading = await ReadAsync(graph.Address);
        Assert.All(reading.Faults.Select(f => f.Message).Concat(reading.Notes), text => Assert.DoesNotMatch("@|secret|1:1", text));
    }

    private static HttpContext Unbounded(HttpContext context)
    {
        context.Response.ContentLength = null;
        return context;
    }

    private static Task ChallengeAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = string.Create(CultureInfo.InvariantCulture, $"Bearer error=\"insufficient_claims\", claims=\"{Convert.ToBase64String("{}"u8)}\"");
        return ErrorAsync(context, 401);
    }
}
