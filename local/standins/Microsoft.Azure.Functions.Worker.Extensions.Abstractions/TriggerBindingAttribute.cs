namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks the parameter whose arrival starts a function.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute;
