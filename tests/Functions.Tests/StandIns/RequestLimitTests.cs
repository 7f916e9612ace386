using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.Functions.Tests.StandIns;

public class RequestLimitTests
{
    private const int Limit = 104_857_600;

    [Fact]
    public async Task A_body_that_says_it_is_above_100_MB_is_413_before_the_function_runs()
    {
        await using var host = await RunningHost.StartAsync<Uploads>();
        Assert.StartsWith("HTTP/1.1 413", await FirstLineAsync(host, $"Content-Length: {Limit + 1}"), StringComparison.Ordinal);
        Assert.Equal(0, host.Probe.Unread);
    }

    [Fact]
    public async Task A_body_that_turns_out_to_be_above_100_MB_is_413()
    {
        await using var host = await RunningHost.StartAsync<Uploads>();
        using var body = new StreamContent(new Zeros(Limit + 1));
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/upload") { Content = body, Headers = { TransferEncodingChunked = true } };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_body_of_100_MB_is_read()
    {
        await using var host = await RunningHost.StartAsync<Uploads>();
        using var body = new StreamContent(new Zeros(Limit)) { Headers = { ContentLength = Limit } };
        Assert.Equal(HttpStatusCode.OK, (await host.Client.PutAsync("/api/upload", body)).StatusCode);
        Assert.Equal((long)Limit, await host.Probe.NextAsync<long>());
    }

    [Fact]
    public async Task A_caller_who_goes_away_cancels_the_invocation()
    {
        await using var host = await RunningHost.StartAsync<Uploads>();
        using var leaving = new CancellationTokenSource();
        var call = host.Client.GetAsync("/api/wait", leaving.Token);
        Assert.Equal("waiting", await host.Probe.NextAsync());
        await leaving.CancelAsync();
        Assert.Equal("cancelled", await host.Probe.NextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(host.Logs.Of(Microsoft.Extensions.Logging.LogLevel.Error));
    }

    private static async Task<string> FirstLineAsync(RunningHost host, string header)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"PUT /api/upload HTTP/1.1\r\nHost: 127.0.0.1\r\n{header}\r\n\r\n"));
        using var reader = new StreamReader(tcp.GetStream());
        return await reader.ReadLineAsync() ?? "";
    }

    private sealed class Uploads(Probe probe)
    {
        [Function("upload")]
        public async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "put")] HttpRequest request, CancellationToken cancellation)
        {
            var buffer = new byte[1 << 16];
            var length = 0L;
            while (await request.Body.ReadAsync(buffer, cancellation) is > 0 and var read) length += read;
            probe.See(length);
            return HttpResults.Ok();
        }

        [Function("wait")]
        public async Task<IResult> Wait([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation)
        {
            using var told = cancellation.Register(() => probe.See("cancelled"));
            probe.See("waiting");
            await Task.Delay(Timeout.Infinite, cancellation);
            return HttpResults.Ok();
        }
    }

    private sealed class Zeros(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            _left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
