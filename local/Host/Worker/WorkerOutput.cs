using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host.Worker;

/// <summary>Passes on what the worker writes, and keeps its last lines for the message of a failed start.</summary>
internal sealed class WorkerOutput
{
    private const int Kept = 20;

    private readonly Queue<string> last = new(Kept);

    public WorkerOutput(Process process, ILogger log)
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data, log.WorkerSays);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, log.WorkerWarns);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Last
    {
        get
        {
            lock (last)
            {
                return string.Join('\n', last);
            }
        }
    }

    private void Hear(string? line, Action<string> pass)
    {
        if (line is null)
        {
            return;
        }

        lock (last)
        {
            if (last.Count == Kept)
            {
                last.Dequeue();
            }

            last.Enqueue(line);
        }

        pass(line);
    }
}
