using System.Text.Json;
using Azure.Storage.Queues;

namespace Plumbline.Local.Host.Queues;

/// <summary>A function that takes the messages of a storage queue.</summary>
/// <param name="TakesMessage">Whether its parameter is a message of the client library, not its text or what its JSON describes.</param>
internal sealed record QueueFunction(FunctionDefinition Definition, string Queue, string Connection, bool TakesMessage)
{
    public const string Kind = "queueTrigger";

    public static QueueFunction Parse(FunctionDefinition definition, AppSettings settings) => new(
        definition,
        settings.Resolve(definition.Name, definition.Text("queueName") ?? ""),
        settings.Connection(definition.Name, definition.Text("connection")),
        definition.Binding.TryGetProperty("properties", out JsonElement properties)
            && properties.TryGetProperty("supportsDeferredBinding", out JsonElement deferred)
            && string.Equals(deferred.ToString(), "true", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="HostException">The connection string or the name of the queue cannot be used.</exception>
    public QueueClient Client(string queue, QueueClientOptions options)
    {
        try
        {
            return new QueueClient(Connection, queue, options);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            string connection = Definition.Text("connection") ?? "AzureWebJobsStorage";
            throw new HostException(
                $"function {Definition.Name} cannot use queue '{queue}': its connection '{connection}' is not a connection string.",
                failure);
        }
    }
}
