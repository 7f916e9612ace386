using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace Plumbline.StandIns;

/// <summary>What the host says; never a key, a header or a body.</summary>
internal static partial class Logs
{
    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed")]
    public static partial void FunctionFailed(this ILogger log, string function, Exception exception);

    [LoggerMessage(2, LogLevel.Information, "Function {Function} was cancelled: {Why}")]
    public static partial void FunctionCancelled(this ILogger log, string function, string why);

    [LoggerMessage(3, LogLevel.Warning, "Calls of {Functions} answer 401 until a key is set: LOCAL_FUNCTION_KEY for functions, LOCAL_MASTER_KEY for all")]
    public static partial void NoKey(this ILogger log, string functions);

    [LoggerMessage(4, LogLevel.Warning, "Function {Function} runs late: its tick was due at {Due:u}")]
    public static partial void PastDue(this ILogger log, string function, DateTime due);

    [LoggerMessage(5, LogLevel.Warning, "Function {Function} failed and is tried again, {Count} of {Most}, after {Delay}")]
    public static partial void TriedAgain(this ILogger log, string function, int count, int most, TimeSpan delay, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "The assembly that called CreateBuilder has no public function: nothing is served")]
    public static partial void NoFunction(this ILogger log);

    [LoggerMessage(7, LogLevel.Warning, "Function {Function} could not {What} a message of {Entity}")]
    public static partial void ListenerFailed(this ILogger log, string function, string entity, ServiceBusErrorSource what, Exception exception);

    [LoggerMessage(8, LogLevel.Error, "{Fault} It does not run")]
    public static partial void NotListening(this ILogger log, string fault);
}
