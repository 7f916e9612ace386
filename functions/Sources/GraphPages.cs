using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using NodaTime;
using Plumbline.Ingest.Csv;

namespace Plumbline.Functions.Sources;

/// <summary>Reads a stretch of one calendar page by page.</summary>
internal sealed class GraphPages(GraphServiceClient graph, Uri address, GraphLimits limits)
{
    private static readonly string[] Fields =
        ["iCalUId", "subject", "sensitivity", "start", "end", "isAllDay", "originalStartTimeZone", "isCancelled", "isOrganizer", "type", "categories", "organizer", "attendees",
        "responseStatus", "location", "locations"];

    /// <summary>Adds to the events as it reads, so that what came before a failure is there.</summary>
    /// <exception cref="ContentRefused">Graph's answers are none that we follow.</exception>
    public async Task ReadAsync(string mailbox, Instant from, Instant to, List<Event> events, CancellationToken cancellationToken)
    {
        for (bool again = false; ; again = true)
        {
            try
            {
                await ReadOnceAsync(mailbox, from, to, events, cancellationToken);
                return;
            }
            // A page that is gone while the calendar changes: from the beginning, once. What comes twice counts once.
            catch (PageGone gone) when (!again)
            {
                _ = gone;
            }
            catch (PageGone)
            {
                throw new ContentRefused("it changes faster than it can be read; the next run reads it again");
            }
        }
    }

    private async Task ReadOnceAsync(string mailbox, Instant from, Instant to, List<Event> events, CancellationToken cancellationToken)
    {
        HashSet<string> followed = [];
        string? next = null;
        do
        {
            EventCollectionResponse? page = next is null ? await FirstAsync(mailbox, from, to, cancellationToken) : await NextAsync(mailbox, next, cancellationToken);
            events.AddRange(page?.Value ?? throw new ContentRefused("Graph answered without events; the next run asks again"));
            next = page.OdataNextLink;
            if (next is not null && (!Uri.TryCreate(next, UriKind.Absolute, out Uri? link) || !GraphLink.IsWithin(link, address)))
                throw new ContentRefused("Graph answered with a link to another host, which is not followed");
            if (next is not null && (!followed.Add(next) || followed.Count > limits.Pages || events.Count > limits.Events))
                throw new ContentRefused("Graph's pages of it do not end");
        }
        while (next is not null);
    }

    private Task<EventCollectionResponse?> FirstAsync(string mailbox, Instant from, Instant to, CancellationToken cancellationToken) =>
        graph.Users[mailbox].CalendarView.GetAsync(request =>
        {
            request.QueryParameters.StartDateTime = from.ToString();
            request.QueryParameters.EndDateTime = to.ToString();
            request.QueryParameters.Select = Fields;
            request.QueryParameters.Top = limits.EventsAPage;
            Prefer(request.Headers);
        }, cancellationToken);

    private async Task<EventCollectionResponse?> NextAsync(string mailbox, string link, CancellationToken cancellationToken)
    {
        try
        {
            return await graph.Users[mailbox].CalendarView.WithUrl(link).GetAsync(request => Prefer(request.Headers), cancellationToken);
        }
        catch (ApiException e) when (e.ResponseStatusCode is 404 or 410)
        {
            throw new PageGone();
        }
    }

    private static void Prefer(RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");

    private sealed class PageGone : Exception;
}
