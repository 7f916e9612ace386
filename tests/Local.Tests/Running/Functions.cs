using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Local.Tests.Running;

/// <summary>Stands where functions would answer, with what a test says.</summary>
internal sealed class Functions : IAsyncDisposable
{
    private readonly WebApplication app;

    private Functions(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public static async Task<Functions> StartAsync(Queue<(int Status, string Body)> answers)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.Run(context =>
        {
            (context.Response.StatusCode, string body) = answers.Dequeue();
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
