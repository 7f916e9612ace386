using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Deliveries;
using Plumbline.Functions.Results;

namespace Plumbline.Functions.Triggers;

/// <summary>Takes a file into the container of exports; the key that it demands is one of ours, of that file alone.</summary>
public sealed class ReceiveExport(ExportIntake intake)
{
    [Function("ReceiveExport")]
    public async Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "exports/{source}")] HttpRequest request,
        string source,
        CancellationToken cancellationToken)
    {
        Query.None(request);
        return Answer(await intake.TakeFileAsync(source, request, cancellationToken));
    }

    [Function("ReceiveCalendar")]
    public async Task<IResult> Calendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "exports/calendars/{mailbox}")] HttpRequest request,
        string mailbox,
        CancellationToken cancellationToken)
    {
        Query.None(request);
        return Answer(await intake.TakeMailboxAsync(mailbox, request, cancellationToken));
    }

    private static JsonAnswer<Delivery> Answer(Delivery delivery) =>
        new(delivery.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, delivery);
}
