using System.Collections;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.StandIns;

/// <summary>An invocation's features, beginning with what triggered it.</summary>
internal sealed class InvocationFeatures(TriggerInput input) : IInvocationFeatures
{
    private readonly Dictionary<Type, object> _features = new() { [typeof(TriggerInput)] = input };

    public T? Get<T>() => _features.TryGetValue(typeof(T), out var found) ? (T)found : default;

    public void Set<T>(T instance) => _features[typeof(T)] = instance ?? throw new ArgumentNullException(nameof(instance));

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
