using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Plumbline.StandIns;

/// <summary>Runs a function inside the app's middleware, with services of its own.</summary>
internal sealed class Invoker(IServiceScopeFactory scopes, FunctionExecutionDelegate pipeline)
{
    public static FunctionExecutionDelegate Pipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware) =>
        middleware.Reverse().Aggregate<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>, FunctionExecutionDelegate>(CallAsync, (next, around) => around(next));

    public async Task InvokeAsync(TriggerInput input, Attempt attempt, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await pipeline(new Invocation(input, attempt, scope.ServiceProvider, cancellation));
    }

    private static async Task CallAsync(FunctionContext context)
    {
        var input = context.Features.Get<TriggerInput>() ?? throw new InvalidOperationException("The context is not of this host.");
        var (type, method) = (input.Function.Type, input.Function.Method);
        var target = method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, type);
        input.Result = await SettleAsync(method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, Arguments.Of(context, input), null));
    }

    private static async Task<object?> SettleAsync(object? returned)
    {
        if (returned is ValueTask plain) returned = plain.AsTask();
        if (returned?.GetType() is { IsValueType: true } other) returned = other.GetMethod(nameof(ValueTask.AsTask))?.Invoke(returned, null);
        if (returned is not Task task) return returned;
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }
}
