using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Findings;

namespace Plumbline.Cli.Commands;

/// <summary>For programs: one JSON array of every finding, ordinally sorted by measure, account, subject and occasion, streamed.</summary>
internal sealed class FindingsJson(Stream output, Judged judged) : IFindingsWriter
{
    /// <summary>So many accounts are written by one worker at a time, and so many such parts are held before they go out in order.</summary>
    private const int AccountsOfAPart = 16, PartsAtOnce = 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public void Write(Tally tally, StepClock clock, CancellationToken cancellationToken)
    {
        AccountView[][] parts = [.. judged.Views.OrderBy(v => v.Account.Id.Value, StringComparer.Ordinal).Chunk(AccountsOfAPart)];
        Measure[] measures = [.. judged.Policy.Measures.OrderBy(m => m.Id, StringComparer.Ordinal)];
        var buffers = new ArrayBufferWriter<byte>[PartsAtOnce];
        for (int i = 0; i < buffers.Length; i++)
            buffers[i] = new(1 << 16);
        bool first = true;
        output.Write("["u8);
        foreach (Measure measure in measures)
            foreach (AccountView[][] batch in parts.Chunk(PartsAtOnce))
            {
                Batch(measure, batch, buffers, tally, cancellationToken);
                foreach (ArrayBufferWriter<byte> json in buffers.Take(batch.Length).Where(b => b.WrittenCount > 0))
                {
                    // Each part begins with the comma that follows what went before; the very first begins the array.
                    output.Write(first ? json.WrittenSpan[1..] : json.WrittenSpan);
                    first = false;
                }
            }
        output.Write("\n]\n"u8);
        output.Flush();
        clock.Step("judge and write");
    }

    private static void Batch(Measure measure, AccountView[][] batch, ArrayBufferWriter<byte>[] buffers, Tally tally, CancellationToken cancellationToken) =>
        Parallel.For(0, batch.Length, new() { CancellationToken = cancellationToken }, tally.Empty, (i, _, counts) =>
        {
            Part(measure, batch[i], buffers[i], counts);
            return counts;
        }, counts => { lock (tally) tally.Add(counts); });

    private static void Part(Measure measure, AccountView[] views, ArrayBufferWriter<byte> buffer, Tally counts)
    {
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, Options);
        foreach (AccountView view in views)
        {
            Finding[] findings = [.. Evaluation.Judge(view, measure)];
            Array.Sort(findings, FindingOrder.Instance);
            foreach (Finding finding in findings)
            {
                counts.Add(finding);
                buffer.Write(",\n"u8);
                FindingJson.Write(json, finding, measure.Severity, Ownership.Of(view, finding.Case)?.Id);
                json.Flush();
                json.Reset();
            }
        }
    }
}
