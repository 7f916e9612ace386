using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Runs;

namespace Plumbline.Functions.Triggers;

/// <summary>Makes the runs that are asked for on the queue.</summary>
public sealed class Evaluate(Evaluations evaluations)
{
    [Function("Evaluate")]
    public Task Take([QueueTrigger("evaluations")] string message, CancellationToken cancellationToken) => evaluations.TakeAsync(message, cancellationToken);
}
