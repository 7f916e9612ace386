using Azure.Messaging.ServiceBus;

namespace Plumbline.StandIns.Bus;

/// <summary>What the service calls the places that messages lie in.</summary>
internal static class EntityPaths
{
    public static string Subscription(string topic, string subscription) => $"{topic}/Subscriptions/{subscription}";

    public static string DeadLetters(string path) => path + "/$DeadLetterQueue";

    public static string Of(string path, SubQueue subQueue) => subQueue == SubQueue.DeadLetter ? DeadLetters(path) : path;
}
