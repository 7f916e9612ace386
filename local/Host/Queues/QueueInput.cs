using System.Text.Json;
using Azure.Storage.Queues.Models;
using Google.Protobuf;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Queues;

/// <summary>The data that a queue function is given about its message.</summary>
internal static class QueueInput
{
    public static InvocationRequest Request(QueueFunction function, QueueMessage message)
    {
        InvocationRequest request = InvocationRequests.Create();
        string text = message.Body.ToString();
        request.InputData.Add(new ParameterBinding
        {
            Name = function.Definition.Parameter,
            Data = function.TakesMessage ? new TypedData { ModelBindingData = Model(message, text) } : new TypedData { String = text },
        });
        // Further parameters are bound by these names.
        request.TriggerMetadata["QueueTrigger"] = new TypedData { String = text };
        request.TriggerMetadata["Id"] = new TypedData { String = message.MessageId };
        request.TriggerMetadata["PopReceipt"] = new TypedData { String = message.PopReceipt };
        request.TriggerMetadata["DequeueCount"] = Json(message.DequeueCount);
        request.TriggerMetadata["InsertionTime"] = Json(message.InsertedOn);
        request.TriggerMetadata["ExpirationTime"] = Json(message.ExpiresOn);
        request.TriggerMetadata["NextVisibleTime"] = Json(message.NextVisibleOn);
        return request;
    }

    // The worker takes numbers and times as JSON only.
    private static TypedData Json<T>(T value) => new() { Json = JsonSerializer.Serialize(value) };

    private static ModelBindingData Model(QueueMessage message, string text) => new()
    {
        Version = "1.0",
        Source = "AzureStorageQueues",
        ContentType = "application/json",
        Content = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(new
        {
            message.MessageId,
            message.PopReceipt,
            MessageText = text,
            message.DequeueCount,
            message.NextVisibleOn,
            message.InsertedOn,
            message.ExpiresOn,
        })),
    };
}
