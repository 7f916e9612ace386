using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Plumbline.StandIns;

/// <summary>A method that bears a function's name, before the rules have looked at it.</summary>
internal sealed record Candidate(string Name, Type Type, MethodInfo Method)
{
    public ImmutableArray<(ParameterInfo Input, TriggerBindingAttribute Trigger)> Triggers { get; } =
        [.. Method.GetParameters().SelectMany(p => p.GetCustomAttributes<TriggerBindingAttribute>().Select(t => (p, t)))];

    // What the method answers once awaited: void, or a type.
    public Type Answer => Method.ReturnType switch
    {
        { IsGenericType: true } task when Awaited(task.GetGenericTypeDefinition()) => task.GetGenericArguments()[0],
        var plain when plain == typeof(Task) || plain == typeof(ValueTask) => typeof(void),
        var plain => plain,
    };

    public HostedFunction Accept()
    {
        var (input, trigger) = Triggers.Single();
        return new(Name, Type, Method, input, trigger, TriggerKind.All.Single(kind => kind.Attribute == trigger.GetType()));
    }

    private static bool Awaited(Type open) => open == typeof(Task<>) || open == typeof(ValueTask<>);
}
