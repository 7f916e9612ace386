using Microsoft.Azure.Amqp;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Work that the protocol library starts by a callback, which cannot be awaited there.</summary>
internal static class LinkTasks
{
    /// <summary>Ends the link with the error when the work fails, so that the client learns of it.</summary>
    public static void Watch(AmqpLink link, ValueTask work)
    {
        if (work.IsCompletedSuccessfully)
        {
            return;
        }

        _ = WatchAsync(link, work);
    }

    private static async Task WatchAsync(AmqpLink link, ValueTask work)
    {
        try
        {
            await work;
        }
        catch (Exception silent) when (silent is UnansweredException or OperationCanceledException or ObjectDisposedException)
        {
            // The client is not to be answered, or the emulator has ended.
        }
        catch (BusException refusal)
        {
            link.SafeClose(Conditions.Exception(refusal.Error, refusal.Message));
        }
        catch (Exception failure)
        {
            link.SafeClose(Conditions.Exception(BusError.Internal, failure.Message));
        }
    }
}
