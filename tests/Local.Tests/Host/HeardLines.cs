using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Tests.Host;

/// <summary>The lines of a host and its worker, as signals for tests.</summary>
internal sealed class HeardLines : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];
    private TaskCompletionSource more = New();

    public HeardLines() => Factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));

    public ILoggerFactory Factory { get; }

    public string[] All
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    public int Count(string text) => All.Count(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Returns once the text has been said so often.</summary>
    public async Task HearAsync(string text, int times = 1)
    {
        using var late = new CancellationTokenSource(Patience.Limit);
        while (true)
        {
            Task next = Volatile.Read(ref more).Task;
            if (Count(text) >= times)
            {
                return;
            }

            try
            {
                await next.WaitAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"'{text}' was not said. These were:\n{string.Join('\n', All)}");
            }
        }
    }

    public void Say(string line)
    {
        lock (lines)
        {
            lines.Add(line);
        }

        Interlocked.Exchange(ref more, New()).SetResult();
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Say($"{formatter(state, exception)} {exception}".TrimEnd());

    public void Dispose()
    {
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
