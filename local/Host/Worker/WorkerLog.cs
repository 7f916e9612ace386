using Microsoft.Extensions.Logging;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Worker;

/// <summary>Passes the log lines of a worker on, under their own categories and levels.</summary>
internal sealed class WorkerLog(ILoggerFactory logging)
{
    // The host says itself that an invocation failed, and why.
    private const string FailureEvent = "InvocationError";
    private const string FailureCategory = "Microsoft.Azure.Functions.Worker.FunctionsApplication";

    public void Write(RpcLog line)
    {
        if (line.LogCategory == RpcLog.Types.RpcLogCategory.CustomMetric || line is { EventId: FailureEvent, Category: FailureCategory })
        {
            return;
        }

        var level = (LogLevel)line.Level;
        ILogger log = logging.CreateLogger(line.Category.Length == 0 ? "Worker" : line.Category);
        if (log.IsEnabled(level))
        {
            log.Log(level, default, line, null, Text);
        }
    }

    private static string Text(RpcLog line, Exception? none) =>
        line.Exception is null ? line.Message : $"{line.Message}\n{line.Exception.Message}";
}
