using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Tests.StandIns;

public class FunctionRuleTests
{
    [Theory]
    [InlineData(typeof(Twice), "Function 'Same' is declared more than once: Twice.First, Twice.Second.")]
    [InlineData(typeof(RetriedRequest), "Function 'F' has a retry attribute, which httpTrigger does not take.")]
    [InlineData(typeof(RetriedMessage), "Function 'F' has a retry attribute, which serviceBusTrigger does not take.")]
    [InlineData(typeof(BadRetry), "Function 'F' has the retry delay 'soon'; it must be hh:mm:ss.")]
    [InlineData(typeof(NoTrigger), "Function 'F' has no trigger; it needs one.")]
    [InlineData(typeof(TwoTriggers), "Function 'F' has more than one trigger; it needs one.")]
    [InlineData(typeof(OtherTrigger), "Function 'F' has a QueueTriggerAttribute, which this host does not serve.")]
    [InlineData(typeof(WrongInput), "Function 'F' takes its httpTrigger as String; it must be HttpRequest.")]
    [InlineData(typeof(Unfilled), "Function 'F' has parameter 'name' of String, which neither the host nor its route fills.")]
    [InlineData(typeof(BadRoute), "Function 'F' has the route 'a/{b'")]
    [InlineData(typeof(AnswersText), "Function 'F' answers String; an HTTP function answers IResult or nothing.")]
    [InlineData(typeof(AnsweringTimer), "Function 'F' answers Int32, which nobody reads.")]
    [InlineData(typeof(UserLevel), "Function 'F' asks for AuthorizationLevel.User, which the platform does not offer.")]
    [InlineData(typeof(Unmakeable), "Function 'F' is in the abstract class Unmakeable, which cannot be made.")]
    [InlineData(typeof(FiveFields), "Function 'F' has the schedule '0 9 * * *'; it must be six fields")]
    [InlineData(typeof(NoSuchHour), "Function 'F' has the schedule '0 0 25 * * *'; it must be six fields")]
    [InlineData(typeof(NoSetting), "Function 'F' has the schedule '%NO_SUCH_SETTING%', and there is no setting 'NO_SUCH_SETTING'.")]
    public void What_the_platform_would_refuse_is_refused_at_start_and_named(Type functions, string fault) =>
        Assert.StartsWith(fault, RunningHost.Refusal(functions).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_fault_is_named_at_once() => Assert.Equal(
        ["Function 'F' has no trigger; it needs one.", "Function 'F' answers String; an HTTP function answers IResult or nothing.", "Function 'F' is declared more than once: NoTrigger.Run, AnswersText.Run."],
        RunningHost.Refusal(typeof(NoTrigger), typeof(AnswersText)).Message.Split(Environment.NewLine));

    [Fact]
    public void An_HTTP_function_needs_ConfigureFunctionsWebApplication()
    {
        var builder = new FunctionsApplicationBuilder(["--port", "0"], [typeof(Fine)]);
        var refusal = Assert.Throws<InvalidOperationException>(builder.Build);
        Assert.Equal("Function 'F' needs ConfigureFunctionsWebApplication.", refusal.Message);
    }

    [Fact]
    public void A_retry_attribute_on_a_timer_is_taken()
    {
        using var host = RunningHost.Builder([typeof(RetriedTimer)], [], b => b.Logging.ClearProviders()).Build();
        Assert.NotNull(host);
    }

    private sealed class QueueTriggerAttribute : TriggerBindingAttribute;

    private sealed class Fine
    {
        [Function("F")]
        public static void Run([HttpTrigger("get")] HttpRequest request) => request.ToString();
    }

    private sealed class Twice
    {
        [Function("Same")]
        public static void First([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => timer.ToString();

        [Function("same")]
        public static void Second([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => timer.ToString();
    }

    private sealed class RetriedRequest
    {
        [Function("F"), FixedDelayRetry(3, "00:00:10")]
        public static void Run([HttpTrigger("get")] HttpRequest request) => request.ToString();
    }

    private sealed class RetriedMessage
    {
        [Function("F"), FixedDelayRetry(3, "00:00:10")]
        public static void Run([ServiceBusTrigger("evaluations")] ServiceBusReceivedMessage message) => message.ToString();
    }

    private sealed class RetriedTimer
    {
        [Function("F"), ExponentialBackoffRetry(-1, "00:00:10", "00:15:00")]
        public static void Run([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => timer.ToString();
    }

    private sealed class BadRetry
    {
        [Function("F"), FixedDelayRetry(3, "soon")]
        public static void Run([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => timer.ToString();
    }

    private sealed class NoTrigger
    {
        [Function("F")]
        public static void Run(HttpRequest request) => request.ToString();
    }

    private sealed class TwoTriggers
    {
        [Function("F")]
        public static void Run([TimerTrigger("0 0 9 * * *")] TimerInfo timer, [HttpTrigger("get")] HttpRequest request) => request.ToString();
    }

    private sealed class OtherTrigger
    {
        [Function("F")]
        public static void Run([QueueTrigger] string message) => message.ToString();
    }

    private sealed class WrongInput
    {
        [Function("F")]
        public static void Run([HttpTrigger("post")] string body) => body.ToString();
    }

    private sealed class Unfilled
    {
        [Function("F")]
        public static void Run([HttpTrigger("post", Route = "things/{id}")] HttpRequest request, string id, string name) => id.CompareTo(name);
    }

    private sealed class BadRoute
    {
        [Function("F")]
        public static void Run([HttpTrigger("post", Route = "a/{b")] HttpRequest request) => request.ToString();
    }

    private sealed class AnswersText
    {
        [Function("T")]
        public static void Fine([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => timer.ToString();

        [Function("F")]
        public static Task<string> Run([HttpTrigger("post")] HttpRequest request) => Task.FromResult(request.Path.ToString());
    }

    private sealed class AnsweringTimer
    {
        [Function("F")]
        public static Task<int> Run([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => Task.FromResult(timer.GetHashCode());
    }

    private sealed class UserLevel
    {
        [Function("F")]
        public static void Run([HttpTrigger(AuthorizationLevel.User, "post")] HttpRequest request) => request.ToString();
    }

    private abstract class Unmakeable
    {
        [Function("F")]
        public static void Run([HttpTrigger("post")] HttpRequest request) => request.ToString();
    }

    private sealed class FiveFields
    {
        [Function("F")]
        public static void Run([TimerTrigger("0 9 * * *")] TimerInfo timer) => timer.ToString();
    }

    private sealed class NoSuchHour
    {
        [Function("F")]
        public static void Run([TimerTrigger("0 0 25 * * *")] TimerInfo timer) => timer.ToString();
    }

    private sealed class NoSetting
    {
        [Function("F")]
        public static void Run([TimerTrigger("%NO_SUCH_SETTING%")] TimerInfo timer) => timer.ToString();
    }
}
