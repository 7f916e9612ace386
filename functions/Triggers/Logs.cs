using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Triggers;

/// <summary>What the triggers say; never a body, a name or a key.</summary>
internal static partial class Logs
{
    [LoggerMessage(100, LogLevel.Error, "Function {Function} failed")]
    public static partial void RequestFailed(this ILogger log, string function, Exception failure);

    [LoggerMessage(101, LogLevel.Error, "Function {Function} could not reach the tables")]
    public static partial void TablesFailed(this ILogger log, string function, Exception failure);

    [LoggerMessage(102, LogLevel.Error, "Function {Function} could not reach its queue")]
    public static partial void QueueFailed(this ILogger log, string function, Exception failure);

    [LoggerMessage(103, LogLevel.Error, "Function {Function} could not reach the exports")]
    public static partial void ExportsFailed(this ILogger log, string function, Exception failure);
}
