namespace Plumbline.Functions.Runs;

/// <summary>Takes runs from their queue.</summary>
public sealed class Evaluations(Govern govern)
{
    /// <exception cref="FormatException">The message is not a run; after five tries it lies in the poison queue.</exception>
    public Task TakeAsync(string message, CancellationToken cancellationToken) =>
        govern(RunMessage.Read(message) ?? throw new FormatException("not a valid run message; expected {run, accounts: all or [ids], facts, because}"), cancellationToken);
}
