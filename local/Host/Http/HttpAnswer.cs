using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Local.Host.Http;

/// <summary>The worker's answer on its way to the client: each piece goes on as it comes.</summary>
internal sealed class HttpAnswer(HttpResponseMessage answer, HttpContext http)
{
    private const int PieceSize = 1 << 16;

    /// <param name="invocation">Asked where there is no body: for a function that threw, the worker's server says 200.</param>
    public async Task WriteAsync(Task<Outcome> invocation, CancellationToken cancellationToken)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            await using Stream body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            int read = await body.ReadAsync(piece, cancellationToken);
            if (read == 0 && Failure(await invocation.WaitAsync(cancellationToken)) is { } status)
            {
                http.Response.StatusCode = status;
                return;
            }

            http.Response.StatusCode = (int)answer.StatusCode;
            HttpHeaders.Return(answer, http.Response);
            for (; read > 0; read = await body.ReadAsync(piece, cancellationToken))
            {
                await http.Response.Body.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }

            // Before the outcome is waited for, which arrives later.
            await http.Response.CompleteAsync();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static int? Failure(Outcome outcome) => outcome switch
    {
        Outcome.Succeeded => null,
        Outcome.CutShort => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status500InternalServerError,
    };
}
