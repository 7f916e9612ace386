using Microsoft.Extensions.Logging;
using Plumbline.Cli.Commands;

namespace Plumbline.Local.Running;

/// <summary>Warnings and errors of the host and of the functions, as lines of the console.</summary>
internal sealed class ConsoleLogs(TextWriter error) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Lines(error);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Lines(TextWriter error) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            lock (error)
                foreach (string line in formatter(state, exception).ReplaceLineEndings("\n").Split('\n'))
                    error.WriteLine(OneLine.Of(line));
        }
    }
}
