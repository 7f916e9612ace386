using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Plumbline.Functions.Tests.StandIns;

public class MiddlewareTests
{
    [Fact]
    public async Task The_first_middleware_added_is_the_outermost_and_the_function_is_inside_them_all()
    {
        await using var host = await StartAsync(builder => builder
            .UseMiddleware((context, next) => Around("outer", context, next)).UseMiddleware((context, next) => Around("inner", context, next)));
        await host.Client.GetAsync("/api/speak");
        Assert.Equal(["outer in", "inner in", "function", "inner out", "outer out"], await SeenAsync(host, 5));
    }

    [Fact]
    public async Task Middleware_stands_around_timers_too()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware((context, next) => Around("timer", context, next)));
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["timer in", "tick", "timer out"], await SeenAsync(host, 3));
    }

    [Fact]
    public async Task The_result_is_written_after_the_middleware_has_returned()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            await next();
            var response = context.GetHttpContext()!.Response;
            response.Headers["x-after"] = response.HasStarted ? "too late" : "in time";
        }));
        var response = await host.Client.GetAsync("/api/speak");
        Assert.Equal("in time", Assert.Single(response.Headers.GetValues("x-after")));
    }

    [Fact]
    public async Task Middleware_may_answer_in_place_of_the_function()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware((context, _) => context.GetHttpContext()!.Response.WriteAsync("mine")));
        Assert.Equal("mine", await host.Client.GetStringAsync("/api/speak"));
        Assert.Equal(0, host.Probe.Unread);
    }

    [Fact]
    public async Task Middleware_that_catches_a_failure_answers_for_it()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (FormatException)
            {
                await HttpResults.Problem(statusCode: 422).ExecuteAsync(context.GetHttpContext()!);
            }
        }));
        Assert.Equal(HttpStatusCode.UnprocessableContent, (await host.Client.GetAsync("/api/fail")).StatusCode);
        Assert.Empty(host.Logs.Of(Microsoft.Extensions.Logging.LogLevel.Error));
    }

    [Fact]
    public async Task Middleware_of_a_class_is_one_instance_with_the_services_of_each_invocation()
    {
        await using var host = await StartAsync(builder =>
        {
            builder.Services.AddScoped<Visit>();
            builder.UseMiddleware<Visitor>();
        });
        await host.Client.GetAsync("/api/speak");
        await host.Client.GetAsync("/api/speak");
        var seen = await SeenAsync(host, 4);
        Assert.Same(((Seen)seen[0]).Middleware, ((Seen)seen[2]).Middleware);
        Assert.NotSame(((Seen)seen[0]).Visit, ((Seen)seen[2]).Visit);
    }

    [Fact]
    public async Task Conditional_middleware_stands_around_what_its_condition_admits()
    {
        await using var host = await StartAsync(builder =>
        {
            builder.UseWhen(c => c.FunctionDefinition.Name == "speak", (context, next) => Around("speak", context, next));
            builder.UseWhen<Visitor>(c => c.FunctionDefinition.InputBindings.Values.Single().Type == "timerTrigger");
        });
        await host.Client.GetAsync("/api/speak");
        Assert.Equal(["speak in", "function", "speak out"], await SeenAsync(host, 3));
    }

    [Fact]
    public async Task Middleware_added_before_ConfigureFunctionsWebApplication_does_not_see_the_request()
    {
        var requests = new List<HttpContext?>();
        Task Note(FunctionContext context, Func<Task> next)
        {
            requests.Add(context.GetHttpContext());
            return next();
        }
        await using var host = await RunningHost.StartAsync(builder =>
        {
            builder.UseMiddleware(Note);
            builder.ConfigureFunctionsWebApplication();
            builder.UseMiddleware(Note);
        }, [typeof(Speaker)]);
        await host.Client.GetAsync("/api/speak");
        Assert.Equal([false, true], requests.Select(r => r != null));
    }

    [Fact]
    public async Task A_trace_that_a_request_brings_goes_on()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            context.InstanceServices.GetRequiredService<Probe>().See(context.TraceContext.TraceParent);
            Assert.Equal(context.GetLogger<Probe>().GetType(), context.InstanceServices.GetRequiredService<Microsoft.Extensions.Logging.ILogger<Probe>>().GetType());
            return next();
        }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/speak");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        await host.Client.SendAsync(request);
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", await host.Probe.NextAsync<string>(), StringComparison.Ordinal);
    }

    // Called after ConfigureFunctionsWebApplication, as an app does.
    private static Task<RunningHost> StartAsync(Action<IFunctionsWorkerApplicationBuilder> use) =>
        RunningHost.StartAsync(builder => use(builder.ConfigureFunctionsWebApplication()), [typeof(Speaker)]);

    private static async Task Around(string name, FunctionContext context, Func<Task> next)
    {
        var probe = context.InstanceServices.GetRequiredService<Probe>();
        probe.See($"{name} in");
        await next();
        probe.See($"{name} out");
    }

    private static async Task<List<object>> SeenAsync(RunningHost host, int count)
    {
        var seen = new List<object>();
        while (seen.Count < count) seen.Add(await host.Probe.NextAsync());
        return seen;
    }

    private sealed record Seen(Visitor Middleware, Visit Visit);

    private sealed class Visit;

    private sealed class Visitor : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.InstanceServices.GetRequiredService<Probe>().See(new Seen(this, context.InstanceServices.GetRequiredService<Visit>()));
            return next(context);
        }
    }

    private sealed class Speaker(Probe probe)
    {
        [Function("speak")]
        public IResult Speak([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            probe.See("function");
            return HttpResults.Text("spoken");
        }

        [Function("fail")]
        public static IResult Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => throw new FormatException();

        [Function("tick")]
        public void Tick([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => probe.See("tick");
    }
}
