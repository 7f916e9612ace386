using System.Collections.Immutable;
using System.Net;
using Azure.Core;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Calendars;
using Event = Microsoft.Graph.Models.Event;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Sources;

/// <summary>What the mailboxes of one run came to.</summary>
/// <param name="Read">The mailboxes that were read whole, and from which day on.</param>
/// <param name="Refused">Why none was read; null where some were.</param>
internal sealed record GraphReading(IReadOnlyList<Mailbox> Mailboxes, IReadOnlyDictionary<PersonId, LocalDate> Read, string? Refused);

/// <summary>Reads the calendars of the people who work for accounts from Microsoft Graph. Every failure of Graph's is a mailbox not read, and none an exception.</summary>
public sealed class GraphCalendars : IDisposable
{
    private readonly Policy _policy;
    private readonly DateTimeZone _zone;
    private readonly GraphLimits _limits;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly GraphServiceClient _graph;
    private readonly GraphPages _pages;

    /// <param name="credential">Null where Graph asks for none.</param>
    public GraphCalendars(Uri address, TokenCredential? credential, Policy policy, TimeProvider time, GraphLimits? limits = null)
    {
        (_policy, _time, _limits) = (policy, time, limits ?? new());
        _zone = DateTimeZoneProviders.Tzdb[policy.Clock.Zone];
        HttpMessageHandler wire = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            // The client lives as long as the app; addresses do not.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        // Our own limits hold, on our own clock.
        _http = new(new ParametersNameDecodingHandler { InnerHandler = new GraphPatience(_limits, time) { InnerHandler = wire } }) { Timeout = Timeout.InfiniteTimeSpan };
        _graph = new GraphServiceClient(_http, Authentication(address, credential), address.AbsoluteUri.TrimEnd('/'));
        _pages = new(_graph, address, _limits);
    }

    /// <summary>The token goes to Graph's own host and to no other.</summary>
    private static IAuthenticationProvider Authentication(Uri address, TokenCredential? credential) => credential is null
        ? new AnonymousAuthenticationProvider()
        : new AzureIdentityAuthenticationProvider(credential, [address.Host], isCaeEnabled: true, scopes: [$"{address.GetLeftPart(UriPartial.Authority)}/.default"]);

    internal LocalDate Oldest(LocalDate today) => CalendarWindow.Of(_policy, today).Oldest;

    /// <param name="last">The first day of the month in which each mailbox was last read whole.</param>
    internal async Task<GraphReading> ReadAsync(Snapshot snapshot, LocalDate today, IReadOnlyDictionary<PersonId, LocalDate> last, CancellationToken cancellationToken)
    {
        if (WhyNobody(snapshot) is { } nobody)
            return new([], ImmutableDictionary<PersonId, LocalDate>.Empty, nobody);
        CalendarWindow window = CalendarWindow.Of(_policy, today);
        (PersonId Person, LocalDate From)[] people = [.. Assigned(snapshot, window, last)];
        var mailboxes = new Mailbox[people.Length];
        var edge = new EventMeeting(new AddressBook(snapshot.Register), _zone);
        using var limit = new CancellationTokenSource(_limits.All, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = _limits.MailboxesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, people.Length, options, async (i, _) =>
            mailboxes[i] = await ReadAsync(people[i].Person, snapshot.Register.People.GetValueOrDefault(people[i].Person)?.Email, people[i].From, window.To, edge, stop.Token, cancellationToken));
        var read = people.Where((_, i) => mailboxes[i].Failure is null).ToDictionary(p => p.Person, p => p.From);
        return new(mailboxes, read, read.Count > 0 ? null : mailboxes.Length == 0 ? "calendars: roles.csv assigns nobody to an account, so that there is no mailbox to read"
            : $"calendars: not one of {mailboxes.Length} mailboxes could be read; the first: {mailboxes[0].Failure}");
    }

    internal Recognition Recognise(GraphReading reading, Snapshot snapshot, LocalDate today) =>
        new Recogniser(_policy.Meetings, snapshot.Register, snapshot.Assignments, today).Recognise([.. reading.Mailboxes.SelectMany(m => m.Meetings)], Mailbox.ReadWhole(reading.Mailboxes));

    /// <param name="activities">What was recognised now, and what is remembered.</param>
    internal Snapshot AddTo(Snapshot snapshot, GraphReading reading, Recognition now, IReadOnlyList<Activity> activities, LocalDate today) => snapshot.Add(
        reading.Refused is { } why ? CalendarReading.Refused(why, today) : CalendarReading.Of(reading.Mailboxes, now, activities, snapshot, CalendarWindow.Of(_policy, today).Usual, today),
        activities);

    public void Dispose()
    {
        _graph.Dispose();
        _http.Dispose();
    }

    private string? WhyNobody(Snapshot snapshot) =>
        _policy.Meetings.IsEmpty ? "calendars: the policy does not say how meetings are recognised; give measures.yaml a section 'meetings'"
        : new[] { Names.People, Names.Roles }.FirstOrDefault(s => snapshot.Readings.GetValueOrDefault(s)?.State != ReadingState.Read) is { } unread
            ? $"calendars: whose mailboxes to read is not known while {unread} is not read" : null;

    private static IEnumerable<(PersonId Person, LocalDate From)> Assigned(Snapshot snapshot, CalendarWindow window, IReadOnlyDictionary<PersonId, LocalDate> last) =>
        from assignment in snapshot.Assignments
        where assignment.Account is not null && !(assignment.From > window.To)
        group assignment by assignment.Person into person
        let start = window.From(last.TryGetValue(person.Key, out LocalDate since) ? since : null)
        where person.Any(a => !(a.To < start))
        orderby person.Key.Value
        select (person.Key, start);

    private async Task<Mailbox> ReadAsync(
        PersonId person, string? address, LocalDate from, LocalDate to, EventMeeting edge, CancellationToken stop, CancellationToken cancellationToken)
    {
        string named = $"calendars, the mailbox of {person}";
        if (string.IsNullOrWhiteSpace(address))
            return new(person, [], $"{named}: people.csv has no e-mail address of theirs; add it");
        List<Event> events = [];
        string? failure = null;
        try
        {
            using var limit = new CancellationTokenSource(_limits.Mailbox, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            await _pages.ReadAsync(address, from.AtStartOfDayInZone(_zone).ToInstant(), to.PlusDays(1).AtStartOfDayInZone(_zone).ToInstant(), events, either.Token);
        }
        catch (Exception e) when (GraphFailure.Why(e) is { } why && !cancellationToken.IsCancellationRequested)
        {
            failure = $"{named}: {why}";
        }
        return Mailbox.Of(person, named, isFile: false, events.Select(GraphEvent.Of), edge) with { Failure = failure };
    }
}
