using System.Collections;
using Microsoft.Azure.Amqp.Encoding;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>The map of a management request. A field of another type than expected is refused by name.</summary>
internal sealed class ManagementRequest(AmqpMap map)
{
    public string? Text(string name) => map[new MapKey(name)] as string;

    public string RequiredText(string name) => Text(name) ?? throw Wrong(name);

    public T Value<T>(string name) => map[new MapKey(name)] is T value ? value : throw Wrong(name);

    public IReadOnlyList<T> List<T>(string name) =>
        map[new MapKey(name)] is IEnumerable items and not string
            ? [.. items.Cast<object>().Select(i => i is T item ? item : throw Wrong(name))]
            : throw Wrong(name);

    public bool Has(string name) => map[new MapKey(name)] is not null;

    private static BusException Wrong(string name) => new(BusError.Argument, $"The request has no proper '{name}'.");
}
