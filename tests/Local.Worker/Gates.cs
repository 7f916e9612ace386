using System.Collections.Concurrent;

namespace Plumbline.Local.Worker;

/// <summary>What a waiting function waits for, until a test opens it.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> gates = [];

    public Task PassAsync(string gate, CancellationToken cancellationToken) => Get(gate).Task.WaitAsync(cancellationToken);

    public void Open(string gate) => Get(gate).TrySetResult();

    private TaskCompletionSource Get(string gate) => gates.GetOrAdd(gate, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
