namespace Plumbline.Functions;

/// <summary>A queue of our own work could not be reached, or refused a message.</summary>
public sealed class QueueException(Exception failure) : Exception(failure.Message, failure);
