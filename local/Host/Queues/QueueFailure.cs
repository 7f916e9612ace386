using Azure;

namespace Plumbline.Local.Host.Queues;

/// <summary>Failures of the queue service, in the shapes that its client gives them.</summary>
internal static class QueueFailure
{
    // A try that takes too long is cancelled by the client itself, and several tries make an aggregate.
    public static bool Is(Exception failure) => failure is RequestFailedException or AggregateException or OperationCanceledException;

    /// <summary>The first line of the last try's message; the others are headers and copies.</summary>
    public static string Describe(Exception failure)
    {
        Exception last = failure is AggregateException { InnerExceptions: [.., var inner] } ? inner : failure;
        return last.Message.ReplaceLineEndings("\n").Split('\n')[0];
    }
}
