using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Tests.Host;

/// <summary>Writes the lines of a host to standard output, where the test that started it hears them.</summary>
internal sealed class ConsoleLines : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Console.WriteLine(formatter(state, exception));

    public void Dispose()
    {
    }
}
