using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Worker;

public sealed partial class QueueFunctions(Gates gates, ILogger<QueueFunctions> log)
{
    public sealed record Order(string Item, int Count);

    /// <summary>Does what the message says: <c>say</c>, <c>fail</c>, <c>wait</c> or <c>crash</c>, and a word.</summary>
    [Function("Work")]
    public async Task Work(
        [QueueTrigger("%Prefix%-work", Connection = "Queues")] string message, int dequeueCount, CancellationToken cancellationToken)
    {
        Took(message, dequeueCount);
        string[] words = message.Split(' ');
        switch (words[0])
        {
            case "fail":
                throw new InvalidOperationException("failed as asked");
            case "wait":
                await WaitAsync(words[1], cancellationToken);
                break;
            case "crash" when dequeueCount == 1:
                Environment.Exit(134);
                break;
        }

        Done(message);
    }

    [Function("Orders")]
    public void Orders([QueueTrigger("%Prefix%-orders", Connection = "Queues")] Order order) => Ordered(order.Item, order.Count);

    [Function("Letters")]
    public void Letters([QueueTrigger("%Prefix%-letters", Connection = "Queues")] QueueMessage letter) =>
        Read(letter.MessageText, letter.MessageId, letter.DequeueCount);

    private async Task WaitAsync(string gate, CancellationToken cancellationToken)
    {
        try
        {
            await gates.PassAsync(gate, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Cancelled(gate);
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "took {Message}, time {DequeueCount}")]
    private partial void Took(string message, int dequeueCount);

    [LoggerMessage(2, LogLevel.Information, "done {Message}")]
    private partial void Done(string message);

    [LoggerMessage(3, LogLevel.Information, "message {Gate} cancelled")]
    private partial void Cancelled(string gate);

    [LoggerMessage(4, LogLevel.Information, "ordered {Count} of {Item}")]
    private partial void Ordered(string item, int count);

    [LoggerMessage(5, LogLevel.Information, "letter {Text} with id {Id}, time {DequeueCount}")]
    private partial void Read(string text, string id, long dequeueCount);
}
