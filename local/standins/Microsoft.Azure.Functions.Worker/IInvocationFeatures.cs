namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the parts of a pipeline leave for each other during one invocation, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    void Set<T>(T instance);

    T? Get<T>();
}
