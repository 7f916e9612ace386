namespace Plumbline.Local.Azurite;

/// <summary>Where the three services listen.</summary>
internal sealed record AzuritePorts(int Table, int Queue, int Blob)
{
    public string[] Options =>
        [.. For("table", Table), .. For("queue", Queue), .. For("blob", Blob)];

    /// <summary>Takes the ports that were asked for, and free ones for the rest.</summary>
    public static AzuritePorts For(AzuriteSettings settings) =>
        new(settings.Port ?? LoopbackPort.Free(), settings.QueuePort ?? LoopbackPort.Free(), settings.BlobPort ?? LoopbackPort.Free());

    /// <summary>The port that Azurite could not have; null where it failed for another reason.</summary>
    public int? TakenAccordingTo(string output)
    {
        string said = output.ReplaceLineEndings("\n");
        foreach (int port in new[] { Table, Queue, Blob })
        {
            if (said.Contains($"EADDRINUSE: address already in use 127.0.0.1:{port}\n", StringComparison.Ordinal))
            {
                return port;
            }
        }

        return null;
    }

    private static string[] For(string service, int port) => [$"--{service}Host", "127.0.0.1", $"--{service}Port", $"{port}"];
}
