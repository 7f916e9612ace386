namespace Plumbline.Functions.Results;

/// <summary>Something that the app cannot do without.</summary>
/// <param name="Fault">Asks it, and says what is wrong in words that anybody may read; null where nothing is.</param>
public sealed record Dependency(string Name, Func<CancellationToken, Task<string?>> Fault);

/// <summary>The newest run that has finished.</summary>
public sealed record FinishedRun(string Run, DateTimeOffset Finished);

/// <summary>Looks up the newest finished run; null where none has finished.</summary>
public delegate Task<FinishedRun?> NewestRun(CancellationToken cancellationToken);
