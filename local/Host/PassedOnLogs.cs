using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host;

/// <summary>Gives the host's own web servers the log of the program that runs the host.</summary>
internal sealed class PassedOnLogs(ILoggerFactory logging) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => logging.CreateLogger(categoryName);

    // The log is the program's, and outlives the servers.
    public void Dispose()
    {
    }
}
