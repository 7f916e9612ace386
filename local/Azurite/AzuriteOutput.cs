using System.Diagnostics;
using System.Text;

namespace Plumbline.Local.Azurite;

/// <summary>What Azurite says, and when it says that it has started.</summary>
internal sealed class AzuriteOutput
{
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<bool> started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AzuriteOutput(Process process)
    {
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Ended = EndAsync(process);
    }

    /// <summary>Done once it has ended and all it said has been heard.</summary>
    public Task Ended { get; }

    /// <summary>True once it listens; false where it ended instead.</summary>
    public Task<bool> Started => started.Task;

    /// <summary>Why it could not save, in the words of keep.cjs; null where it could.</summary>
    public string? Unsaved =>
        Text.Split('\n').FirstOrDefault(line => line.StartsWith("Azurite cannot save: ", StringComparison.Ordinal))?.TrimEnd();

    public string Text
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (said)
        {
            said.AppendLine(line);
        }

        // The services start one after the other, the tables last.
        if (line.Contains("Table service is successfully listening", StringComparison.Ordinal))
        {
            started.TrySetResult(true);
        }
    }

    private async Task EndAsync(Process process)
    {
        await process.WaitForExitAsync();
        started.TrySetResult(false);
    }
}
