using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Plumbline.StandIns;

/// <summary>A function as its attributes declare it, once the rules have passed it.</summary>
internal sealed class HostedFunction(string name, Type type, MethodInfo method, ParameterInfo input, TriggerBindingAttribute trigger, TriggerKind kind)
    : FunctionDefinition
{
    public override string Name => name;

    public override string Id => name;

    public override string EntryPoint => $"{type.FullName}.{method.Name}";

    public override string PathToAssembly => type.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Select(p => new FunctionParameter(p.Name ?? "", p.ParameterType))];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary.CreateRange<string, BindingMetadata>([new(input.Name ?? "", new Binding(input.Name ?? "", kind.Name))]);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    public Type Type => type;

    public MethodInfo Method => method;

    public ParameterInfo Input => input;

    public TriggerBindingAttribute Trigger => trigger;

    public RetryAttribute? Retry { get; } = method.GetCustomAttribute<RetryAttribute>();

    private sealed class Binding(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
