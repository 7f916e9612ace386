namespace Microsoft.Azure.Functions.Worker;

/// <summary>Whether a binding fills a parameter or reads a result.</summary>
public enum BindingDirection
{
    In = 0,
    Out = 1,
}
