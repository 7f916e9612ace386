namespace Plumbline.Local.Bus;

/// <summary>The service's names for the places that hold messages.</summary>
internal static class EntityPaths
{
    public static string Subscription(string topic, string subscription) => $"{topic}/Subscriptions/{subscription}";

    public static string DeadLetters(string path) => path + "/$DeadLetterQueue";
}
