namespace Plumbline.StandIns;

/// <summary>What an invocation starts from, and what its function answered.</summary>
internal sealed class TriggerInput(HostedFunction function, object value)
{
    public HostedFunction Function => function;

    public object Value => value;

    public object? Result { get; set; }
}
