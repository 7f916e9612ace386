namespace Plumbline.Functions;

/// <summary>The container of exports could not be reached, or refused.</summary>
public sealed class ExportsException(Exception failure) : Exception(failure.Message, failure);
