using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Results;

namespace Plumbline.Local.Commands;

/// <summary>For programs: one JSON array of every finding, ordinally sorted by measure, account, subject and occasion, streamed.</summary>
internal sealed class FindingsJson(Stream output) : IFindingsWriter
{
    /// <summary>So many accounts are written by one worker at a time, and so many such parts are held before they go out in order.</summary>
    private const int AccountsOfAPart = 64, PartsAtOnce = 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public void Write(IReadOnlyList<AccountView> views, Tally tally, StepClock clock, CancellationToken cancellationToken)
    {
        AccountView[][] parts = [.. views.OrderBy(v => v.Account.Id.Value, StringComparer.Ordinal).Chunk(AccountsOfAPart)];
        Measure[] measures = views.Count == 0 ? [] : [.. views[0].Firm.Policy.Measures.OrderBy(m => m.Id, StringComparer.Ordinal)];
        bool first = true;
        output.Write("["u8);
        foreach (Measure measure in measures)
            foreach (AccountView[][] batch in parts.Chunk(PartsAtOnce))
                foreach (ReadOnlyMemory<byte> json in Batch(measure, batch, tally, cancellationToken))
                {
                    if (json.IsEmpty)
                        continue;
                    // Each part begins with the comma that follows what went before; the very first begins the array.
                    output.Write(first ? json.Span[1..] : json.Span);
                    first = false;
                }
        output.Write("\n]\n"u8);
        output.Flush();
        clock.Step("judge and write");
    }

    private static ReadOnlyMemory<byte>[] Batch(Measure measure, AccountView[][] batch, Tally tally, CancellationToken cancellationToken)
    {
        var written = new ReadOnlyMemory<byte>[batch.Length];
        Parallel.For(0, batch.Length, new() { CancellationToken = cancellationToken }, tally.Empty, (i, _, counts) =>
        {
            written[i] = Part(measure, batch[i], counts);
            return counts;
        }, counts => { lock (tally) tally.Add(counts); });
        return written;
    }

    private static ReadOnlyMemory<byte> Part(Measure measure, AccountView[] views, Tally counts)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(buffer, Options);
        foreach (AccountView view in views)
        {
            Finding[] findings = [.. Evaluation.Judge(view, measure)];
            Array.Sort(findings, FindingOrder.Instance);
            foreach (Finding finding in findings)
            {
                counts.Add(finding);
                buffer.Write(",\n"u8);
                FindingJson.Write(json, finding);
                json.Flush();
                json.Reset();
            }
        }
        return buffer.WrittenMemory;
    }
}
