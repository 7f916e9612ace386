using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Tests;

/// <summary>Keeps the lines of a host's log.</summary>
internal sealed class HeldLogs : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

    public IEnumerable<string> Of(LogLevel level) => Lines.Where(l => l.Level == level).Select(l => l.Text);

    private TaskCompletionSource _more = New();

    /// <summary>Returns once the line has been said; who says it may not be done when what it speaks of is.</summary>
    public async Task SaidAsync(LogLevel level, string text)
    {
        while (true)
        {
            Task more = Volatile.Read(ref _more).Task;
            if (Of(level).Contains(text))
                return;
            await more.WaitAsync(Patience.Limit);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Say(logLevel, formatter(state, exception));

    public void Dispose()
    {
    }

    private void Say(LogLevel level, string text)
    {
        Lines.Enqueue((level, text));
        Interlocked.Exchange(ref _more, New()).SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
