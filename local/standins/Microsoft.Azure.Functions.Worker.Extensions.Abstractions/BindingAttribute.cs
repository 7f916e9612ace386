namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks a parameter that the platform fills or reads.</summary>
public abstract class BindingAttribute : Attribute;
