using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Tests.Check;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("Red\u001b[31mwood", "Red\ufffd[31mwood")]
    [InlineData("Red\u202ewood\u200b", "Red\ufffdwood\ufffd")]
    [InlineData("Red\u2028wood\u2029", "Red\ufffdwood\ufffd")]
    [InlineData("Red\U000e0041wood\u00ad", "Red\ufffdwood\ufffd")]
    [InlineData("Zoë £ 木 😀", "Zoë £ 木 😀")]
    public void Of_a_text_only_what_can_be_seen_reaches_the_terminal(string name, string shown) => Assert.Equal(shown, OneLine.Of(name));

    [Fact]
    public void Half_a_pair_is_replaced() => Assert.Equal("Red\ufffdwood", OneLine.Of("Red" + (char)0xD83D + "wood"));
}
