using System.Text;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Tests.Check;

/// <summary>Nobody can be told anything where the stream of errors does not take it.</summary>
public sealed class LostErrorsTests
{
    [Theory]
    [InlineData("check", "/no/such/folder", "--as-of", CheckedFolder.Day)]
    [InlineData("no-such-command")]
    public async Task What_cannot_be_said_ends_quietly_with_3(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new FullWriter();
        Assert.Equal(3, await CommandLine.RunAsync(args, new(output, error)));
        Assert.Empty(output.ToArray());
    }

    /// <summary>As a full disk.</summary>
    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }
}
