using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Worker;

public sealed partial class HttpFunctions(Gates gates, ILogger<HttpFunctions> log)
{
    private const int LongestBody = 1 << 20;

    [Function("Hello")]
    public static IResult Hello(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello/{name}")] HttpRequest request, string name) =>
        TypedResults.Text($"Hello {name} from {request.Host}");

    [Function("Numbers")]
    public static IResult Numbers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{number:int}")] HttpRequest request, int number) =>
        TypedResults.Text($"{number + 1}");

    [Function("Anything")]
    public static IResult Anything([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => TypedResults.Text(request.Method);

    [Function("Keyed")]
    public static IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest request) =>
        TypedResults.Text("open");

    [Function("Mastered")]
    public static IResult Mastered([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "mastered")] HttpRequest request) =>
        TypedResults.Text("open");

    [Function("Problem")]
    public static IResult Problem([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "problem")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["x-of-the-app"] = "passes";
        return TypedResults.Problem("no such thing", statusCode: StatusCodes.Status409Conflict);
    }

    [Function("NoContent")]
    public static IResult NoContent([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nocontent")] HttpRequest request) =>
        TypedResults.NoContent();

    /// <summary>Says what the host sent along, a line for each thing.</summary>
    [Function("Describe")]
    public static IResult Describe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "describe")] HttpRequest request, FunctionContext context) =>
        TypedResults.Text($"""
            path={request.Path}{request.QueryString}
            address={request.Scheme}://{request.Host}
            cookie={request.Headers.Cookie}
            own={request.Headers["x-own"]}
            trace={context.TraceContext.TraceParent}
            home={Environment.GetEnvironmentVariable("HOME")}
            temp={Path.GetTempPath()}
            setting={Environment.GetEnvironmentVariable("Some__Setting")}
            inherited={Environment.GetEnvironmentVariable("OF_THE_HOST_ALONE")}
            """);

    /// <summary>Sends each piece back as it comes.</summary>
    [Function("Echo")]
    public static async Task Echo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "echo")] HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await request.HttpContext.Response.Body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    /// <summary>Takes a body of up to one mebibyte.</summary>
    [Function("Swallow")]
    public static async Task<IResult> Swallow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "swallow")] HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LongestBody;
        try
        {
            await request.Body.CopyToAsync(Stream.Null, cancellationToken);
            return TypedResults.Ok();
        }
        catch (BadHttpRequestException refused)
        {
            return TypedResults.Problem("too long", statusCode: refused.StatusCode);
        }
    }

    /// <summary>Answers a first line, and a second once the gate is open.</summary>
    [Function("Drip")]
    public async Task Drip(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "drip/{gate}")] HttpRequest request,
        string gate, CancellationToken cancellationToken)
    {
        HttpResponse response = request.HttpContext.Response;
        await response.WriteAsync("first\n", cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        await gates.PassAsync(gate, cancellationToken);
        await response.WriteAsync("second\n", cancellationToken);
    }

    [Function("Wait")]
    public async Task<IResult> Wait(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait/{gate}")] HttpRequest request,
        string gate, CancellationToken cancellationToken)
    {
        Begun(gate);
        try
        {
            await gates.PassAsync(gate, cancellationToken);
            return TypedResults.Text("waited");
        }
        catch (OperationCanceledException)
        {
            Cancelled(gate);
            throw;
        }
    }

    [Function("Open")]
    public IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "open/{gate}")] HttpRequest request, string gate)
    {
        gates.Open(gate);
        return TypedResults.Ok();
    }

    [Function("Hold")]
    public IResult Hold([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hold/{gate}")] HttpRequest request, string gate)
    {
        gates.Hold(gate);
        return TypedResults.Ok();
    }

    [Function("Fail")]
    public static IResult Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fail")] HttpRequest request) =>
        throw new InvalidOperationException("failed as asked");

    /// <summary>Answers a line, and breaks off once the gate is open.</summary>
    [Function("FailLate")]
    public async Task FailLate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "faillate/{gate}")] HttpRequest request,
        string gate, CancellationToken cancellationToken)
    {
        HttpResponse response = request.HttpContext.Response;
        await response.WriteAsync("first\n", cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        await gates.PassAsync(gate, cancellationToken);
        request.HttpContext.Abort();
        throw new InvalidOperationException("failed late as asked");
    }

    [Function("Crash")]
    public static IResult Crash([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "crash")] HttpRequest request)
    {
        Console.WriteLine("about to crash");
        Environment.Exit(134);
        return TypedResults.Ok();
    }

    [LoggerMessage(1, LogLevel.Information, "request {Gate} begun")]
    private partial void Begun(string gate);

    [LoggerMessage(2, LogLevel.Information, "request {Gate} cancelled")]
    private partial void Cancelled(string gate);
}
