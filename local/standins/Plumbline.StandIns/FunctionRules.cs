using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.StandIns;

/// <summary>What the platform's build and start refuse in a function; a build on the stand-ins would not see it otherwise.</summary>
internal static class FunctionRules
{
    public static IEnumerable<string> Faults(Candidate function, bool servesHttp) =>
        (function.Triggers.Length == 1 ? Checked(function, servesHttp) : [$"has {Count(function.Triggers.Length)} trigger; it needs one"])
        .Select(fault => $"Function '{function.Name}' {fault}.");

    private static IEnumerable<string> Checked(Candidate function, bool servesHttp)
    {
        var (input, trigger) = function.Triggers[0];
        if (TriggerKind.Of(trigger) is not { } kind) return [$"has a {trigger.GetType().Name}, which this host does not serve"];
        return [
            .. Method(function), .. Retries(function, kind), .. Answer(function, trigger),
            .. Input(input, kind), .. Http(trigger, servesHttp), .. Others(function, input, trigger)];
    }

    private static IEnumerable<string> Method(Candidate function)
    {
        if (function.Type is { IsAbstract: true, IsSealed: false }) yield return $"is in the abstract class {function.Type.Name}, which cannot be made";
        if (function.Type.ContainsGenericParameters || function.Method.IsGenericMethod) yield return "is generic";
    }

    // Azure Functions takes function-level retries for triggers that keep no delivery count of their own.
    private static IEnumerable<string> Retries(Candidate function, TriggerKind kind)
    {
        var retries = function.Method.GetCustomAttributes<RetryAttribute>().ToArray();
        if (retries.Length > 1) yield return "has more than one retry attribute";
        if (retries.Length > 0 && !kind.TakesRetry) yield return $"has a retry attribute, which {kind.Name} does not take";
        foreach (var fault in retries.Select(Backoff.Fault).OfType<string>()) yield return fault;
    }

    // The package writes IResult and IActionResult, and leaves everything else (a string, too) unwritten.
    private static IEnumerable<string> Answer(Candidate function, object trigger)
    {
        if (function.Answer == typeof(void)) yield break;
        if (trigger is not HttpTriggerAttribute) yield return $"answers {function.Answer.Name}, which nobody reads";
        else if (!function.Answer.IsAssignableTo(typeof(IResult))) yield return $"answers {function.Answer.Name}; an HTTP function answers IResult or nothing";
    }

    private static IEnumerable<string> Input(ParameterInfo input, TriggerKind kind) =>
        input.ParameterType == kind.Input ? [] : [$"takes its {kind.Name} as {input.ParameterType.Name}; it must be {kind.Input.Name}"];

    private static IEnumerable<string> Http(object trigger, bool servesHttp)
    {
        if (trigger is not HttpTriggerAttribute http) yield break;
        if (!servesHttp) yield return "needs ConfigureFunctionsWebApplication";
        if (http.AuthLevel == AuthorizationLevel.User) yield return "asks for AuthorizationLevel.User, which the platform does not offer";
    }

    private static IEnumerable<string> Others(Candidate function, ParameterInfo input, object trigger)
    {
        string[] route = [];
        if (trigger is HttpTriggerAttribute http && RouteFault(http.Route ?? function.Name, out route) is { } fault) return [fault];
        return function.Method.GetParameters()
            .Where(p => p != input && !Arguments.CanFill(p, route))
            .Select(p => $"has parameter '{p.Name}' of {p.ParameterType.Name}, which neither the host nor its route fills");
    }

    private static string? RouteFault(string route, out string[] names)
    {
        names = [];
        try
        {
            names = [.. RoutePatternFactory.Parse(route).Parameters.Select(p => p.Name)];
            return null;
        }
        catch (RoutePatternException wrong)
        {
            return $"has the route '{route}': {wrong.Message.TrimEnd('.')}";
        }
    }

    private static string Count(int triggers) => triggers == 0 ? "no" : "more than one";
}
