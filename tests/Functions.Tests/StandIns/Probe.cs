using System.Threading.Channels;

namespace Plumbline.Functions.Tests.StandIns;

/// <summary>Where the functions of a test leave what they saw, and wait until they are let go.</summary>
public sealed class Probe
{
    /// <summary>How long a test waits before it calls something hung; no test measures time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<object> _seen = Channel.CreateUnbounded<object>();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Unread => _seen.Reader.Count;

    public Task Gate => _gate.Task;

    public void Open() => _gate.SetResult();

    public void See(object what) => _seen.Writer.TryWrite(what);

    public async Task<object> NextAsync() => await _seen.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public async Task<T> NextAsync<T>() => Assert.IsType<T>(await NextAsync(), exactMatch: false);
}
