namespace Microsoft.Azure.Functions.Worker;

/// <summary>A binding's name, kind (such as <c>httpTrigger</c>) and direction.</summary>
public abstract class BindingMetadata
{
    public abstract string Name { get; }

    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}
