using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host;

/// <summary>The lines of the host; never a key, a header, a body or a message's text.</summary>
internal static partial class Logs
{
    public const string Category = "Plumbline.Local.Host";

    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed: {Fault}")]
    public static partial void FunctionFailed(this ILogger log, string function, string fault);

    [LoggerMessage(2, LogLevel.Information, "Function {Function} was cancelled")]
    public static partial void FunctionCancelled(this ILogger log, string function);

    [LoggerMessage(3, LogLevel.Error, "Function {Function} ran longer than functionTimeout ({Timeout}) and was cancelled")]
    public static partial void FunctionTimedOut(this ILogger log, string function, TimeSpan timeout);

    [LoggerMessage(4, LogLevel.Error, "Function {Function} was cut short: the worker ended")]
    public static partial void FunctionCutShort(this ILogger log, string function);

    [LoggerMessage(5, LogLevel.Warning, "Function {Function} is tried again in {Delay}, {Count} of {Most}")]
    public static partial void TriedAgain(this ILogger log, string function, TimeSpan delay, int count, int most);

    [LoggerMessage(6, LogLevel.Warning, "{Why} It is restarted in {Delay}.")]
    public static partial void WorkerRestarts(this ILogger log, string why, TimeSpan delay);

    [LoggerMessage(7, LogLevel.Information, "The worker runs again")]
    public static partial void WorkerRunsAgain(this ILogger log);

    [LoggerMessage(8, LogLevel.Error, "{Why}")]
    public static partial void GaveUp(this ILogger log, string why);

    [LoggerMessage(9, LogLevel.Warning, "Functions {Functions} answer 401: the key that opens them is not set")]
    public static partial void Closed(this ILogger log, string functions);

    [LoggerMessage(10, LogLevel.Warning, "Function {Function} does not run: this host does not serve a {Kind}")]
    public static partial void NotServed(this ILogger log, string function, string kind);

    [LoggerMessage(11, LogLevel.Warning, "Invocations still run after {Limit} and are cancelled")]
    public static partial void Cancelling(this ILogger log, TimeSpan limit);

    [LoggerMessage(12, LogLevel.Warning, "The worker did not end within {Limit} and is killed")]
    public static partial void Killing(this ILogger log, TimeSpan limit);

    [LoggerMessage(13, LogLevel.Warning, "A request to function {Function} could not be passed on: {Why}")]
    public static partial void NotPassedOn(this ILogger log, string function, string why);

    [LoggerMessage(14, LogLevel.Warning, "Queue {Queue} cannot be read and is tried again: {Why}")]
    public static partial void QueueUnread(this ILogger log, string queue, string why);

    [LoggerMessage(15, LogLevel.Information, "Queue {Queue} is read again")]
    public static partial void QueueReadAgain(this ILogger log, string queue);

    [LoggerMessage(16, LogLevel.Warning, "Message {Id} of queue {Queue} could not be {Settled} and comes again: {Why}")]
    public static partial void NotSettled(this ILogger log, string id, string queue, string settled, string why);

    [LoggerMessage(17, LogLevel.Warning, "Message {Id} of queue {Queue} failed {Count} times and is now in {Poison}")]
    public static partial void Poisoned(this ILogger log, string id, string queue, long count, string poison);

    [LoggerMessage(18, LogLevel.Warning, "Message {Id} of queue {Queue} is not Base64 and is now in {Poison}")]
    public static partial void Undecodable(this ILogger log, string id, string queue, string poison);

    [LoggerMessage(19, LogLevel.Information, "{Line}")]
    public static partial void WorkerSays(this ILogger log, string line);

    [LoggerMessage(20, LogLevel.Warning, "{Line}")]
    public static partial void WorkerWarns(this ILogger log, string line);
}
