namespace Plumbline.Functions.Tests.Check;

/// <summary>Arguments as people mistype them: each mistake is told in a clear line, and none as a fault of the program.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public void A_folder_whose_name_begins_with_an_at_sign_is_a_folder_like_others()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = CheckedFolder.Run("check", "@none", "--as-of", CheckedFolder.Day);
        Assert.Equal((3, "@none: there is no such folder"), (outcome.Exit, outcome.Error.Trim()));
        outcome = CheckedFolder.Run("check", $"@{folder.Path}/accounts.csv", "--as-of", CheckedFolder.Day);
        Assert.Equal(3, outcome.Exit);
        Assert.DoesNotContain("Redwood", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--account", "A\u001b[31m")]
    [InlineData("--measure", "invoice\u202eraised")]
    [InlineData("--policy", "/no/\u001b[31m")]
    [InlineData("--format", "\u001b[31m")]
    public void What_an_argument_holds_does_not_command_the_terminal(string option, string value)
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        CheckOutcome outcome = CheckedFolder.Run("check", folder.Path, "--as-of", CheckedFolder.Day, option, value);
        Assert.Equal(3, outcome.Exit);
        Assert.Contains('\ufffd', outcome.Error);
        Assert.DoesNotContain(outcome.Error, c => c is '\u001b' or '\u202e');
    }
}
