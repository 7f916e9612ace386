using Azure;
using Azure.Identity;

namespace Plumbline.Functions.Results;

/// <summary>Describes a storage service's failure to a caller of <c>/api/health</c>, without repeating the service's own words.</summary>
internal static class ServiceFault
{
    /// <param name="ask">What is wrong with its answer; null where nothing is.</param>
    public static async Task<string?> OfAsync(Func<Task<string?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException refused)
        {
            return refused.Status == 0 ? "cannot be reached" : $"refused: {refused.ErrorCode ?? $"{refused.Status}"}";
        }
        // The app has no identity here, or one that is given no token.
        catch (AuthenticationFailedException)
        {
            return "not allowed";
        }
        // All attempts of the client's own came to nothing.
        catch (AggregateException)
        {
            return "cannot be reached";
        }
    }
}
