using Azure;
using Azure.Identity;

namespace Plumbline.Functions;

/// <summary>Tells a storage service's failure from a fault of ours.</summary>
internal static class StorageFailure
{
    /// <summary>Whether the service refused, could not be reached, or the app has no identity for it.</summary>
    public static bool Is(Exception failure) => failure is RequestFailedException or AggregateException or AuthenticationFailedException;
}
