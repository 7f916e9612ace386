using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>Whether the app could do its work now: each dependency by name, and the newest finished run.</summary>
public sealed class Readiness(IEnumerable<Dependency> dependencies, NewestRun newest, TimeProvider clock)
{
    private const string Fine = "ok";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    public async Task<IResult> AskAsync(CancellationToken cancellationToken)
    {
        string[] answers = await Task.WhenAll(dependencies.Select(d => AskAsync(d, cancellationToken)));
        bool ready = answers.All(a => a == Fine);
        FinishedRun? run = ready ? await newest(cancellationToken) : null;
        var body = new
        {
            status = ready ? Fine : "failing",
            dependencies = dependencies.Zip(answers).ToDictionary(d => d.First.Name, d => d.Second),
            lastRun = run is null ? null : new { run = run.Run, finished = CellText.Of(run.Finished) },
        };
        return Answer(ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, body);
    }

    private static JsonAnswer<T> Answer<T>(int status, T body) => new(status, body);

    private async Task<string> AskAsync(Dependency dependency, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            // Not every client gives up when it is told to: who asks is answered all the same.
            return await dependency.Fault(stop.Token).WaitAsync(stop.Token) ?? Fine;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }
}
