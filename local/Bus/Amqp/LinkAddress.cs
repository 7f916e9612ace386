using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Where a link leads: to an entity, to its management node or to the node for tokens.</summary>
internal sealed record LinkAddress(string Entity, bool IsManagement, bool IsTokens)
{
    private const string Management = "/$management", Tokens = "$cbs";

    /// <param name="link">Its role is ours: what a client sends comes to its target, and what it receives comes from its source.</param>
    public static LinkAddress From(AmqpLink link)
    {
        Address? terminus = link.IsReceiver ? (link.Settings.Target as Target)?.Address : (link.Settings.Source as Source)?.Address;
        string? address = terminus?.ToString();
        if (string.IsNullOrEmpty(address))
        {
            // Only a coordinator of transactions has no address.
            throw BusException.NotImplemented("transactions");
        }

        string path = Uri.UnescapeDataString(address).Trim('/');
        return path.EndsWith(Management, StringComparison.OrdinalIgnoreCase)
            ? new(path[..^Management.Length], IsManagement: true, IsTokens: false)
            : new(path, IsManagement: false, path.Equals(Tokens, StringComparison.OrdinalIgnoreCase));
    }
}
