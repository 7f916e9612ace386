using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>A request's bytes, in a buffer that the next request uses again.</summary>
internal sealed class RequestBody
{
    // A transaction of a hundred rows is about 100 KB: made anew each time it would live in the large object heap.
    private const int Kept = 32;
    private static readonly ConcurrentQueue<RequestBody> Free = new();

    private RequestBody()
    {
        Bytes = new ArrayBufferWriter<byte>(16 * 1024);
        Json = new Utf8JsonWriter(Bytes, new JsonWriterOptions { SkipValidation = true });
    }

    public ArrayBufferWriter<byte> Bytes { get; }

    public Utf8JsonWriter Json { get; }

    public RequestContent Content => RequestContent.Create(Bytes.WrittenMemory);

    public static RequestBody Rent() => Free.TryDequeue(out RequestBody? body) ? body : new RequestBody();

    public void WriteEntity(ITableEntity entity)
    {
        Json.Reset();
        EntityShape.Of(entity.GetType()).Write(Json, entity);
        Json.Flush();
    }

    /// <summary>Only after the response: a request that was given up may still be reading its bytes.</summary>
    public void Return()
    {
        if (Free.Count < Kept)
        {
            Bytes.ResetWrittenCount();
            Free.Enqueue(this);
        }
    }
}
