using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Graph;

/// <summary>Serves the calendars of a folder on this machine as Microsoft Graph would: ten events a page, four requests at once at a mailbox.</summary>
internal sealed class GraphServer : IAsyncDisposable
{
    private const int Page = 10;
    private const string Version = "/v1.0";

    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly MailboxGate _gate = new();

    private GraphServer(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public Uri Address => new(_app.Urls.First() + Version);

    /// <param name="folder">With a file for each mailbox, named by its address.</param>
    public static async Task<GraphServer> StartAsync(string folder, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var server = new GraphServer(builder.Build(), folder);
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string[] parts = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["v1.0", "users", var user, "calendarView"] || !HttpMethods.IsGet(context.Request.Method))
        {
            await GraphErrors.BadRequestAsync(context, "Resource not found for the segment.");
            return;
        }
        using IDisposable? turn = _gate.Enter(user);
        if (turn is null)
            await GraphErrors.TooManyAsync(context);
        else if (CalendarFile.Read(_folder, user) is not { } calendar)
            await GraphErrors.InvalidUserAsync(context, user);
        else if (Moment(context, "startDateTime") is not { } start || Moment(context, "endDateTime") is not { } end)
            await GraphErrors.BadRequestAsync(context, "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");
        else
            await context.Response.WriteAsJsonAsync(Answer(context.Request, user, calendar.Between(start, end, Fields(context.Request))), context.RequestAborted);
    }

    private JsonObject Answer(HttpRequest request, string user, JsonObject[] events)
    {
        int skip = Number(request, "$skip") ?? 0;
        int top = Math.Min(Number(request, "$top") ?? Page, Page);
        var answer = new JsonObject
        {
            ["@odata.context"] = $"{Address}/$metadata#users('{Uri.EscapeDataString(user)}')/calendarView",
            ["value"] = new JsonArray([.. events.Skip(skip).Take(top)]),
        };
        if (skip + top < events.Length)
            answer["@odata.nextLink"] = Next(request, user, skip + top);
        return answer;
    }

    private string Next(HttpRequest request, string user, int skip)
    {
        var query = request.Query.Where(q => q.Key != "$skip").Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}").Append(string.Create(CultureInfo.InvariantCulture, $"$skip={skip}"));
        return $"{Address}/users/{Uri.EscapeDataString(user)}/calendarView?{string.Join('&', query)}";
    }

    private static string[] Fields(HttpRequest request) => request.Query["$select"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static int? Number(HttpRequest request, string name) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Without an offset it is UTC.</summary>
    private static DateTimeOffset? Moment(HttpContext context, string name) =>
        DateTimeOffset.TryParse(context.Request.Query[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : null;
}
