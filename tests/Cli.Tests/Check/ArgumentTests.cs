namespace Plumbline.Cli.Tests.Check;

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

    [Fact]
    public void Without_a_command_the_commands_are_listed()
    {
        CheckOutcome outcome = CheckedFolder.Run();
        Assert.Equal(3, outcome.Exit);
        Assert.Contains("See --help.", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'chekc'. Did you mean 'check'?", "chekc", "FOLDER")]
    [InlineData("Unrecognized command or argument '--as-off'. Did you mean '--as-of'?", "check", "FOLDER", "--as-off", "2026-09-15")]
    [InlineData("Unrecognized command or argument 'nothing-like-it'.", "nothing-like-it")]
    [InlineData("Argument 'jsno' not recognized. Must be one of: 'text' 'json' 'markdown' 'junit'", "check", "FOLDER", "--format", "jsno")]
    public void A_misspelt_command_or_option_is_told_with_the_nearest_one(string message, params string[] args)
    {
        CheckOutcome outcome = CheckedFolder.Run(args);
        Assert.Equal(3, outcome.Exit);
        Assert.Contains(message, outcome.Error.Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("FOLDER", "check", "")]
    [InlineData("FOLDER", "explain", "")]
    [InlineData("FOLDER", "sample", "")]
    [InlineData("DIR", "validate", "")]
    [InlineData("--policy", "check", "FILE", "--policy", "")]
    [InlineData("--against", "check", "FILE", "--against", "")]
    public void An_empty_name_of_a_folder_is_named(string which, params string[] args)
    {
        CheckOutcome outcome = CheckedFolder.Run(args);
        Assert.Equal(3, outcome.Exit);
        Assert.Contains($"{which}: an empty name is no folder's.", outcome.Error.Split(Environment.NewLine));
    }

    [Fact]
    public void A_file_where_a_folder_is_to_be_made_is_named()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        string file = Path.Combine(folder.Path, "accounts.csv");
        CheckOutcome outcome = CheckedFolder.Run("sample", file);
        Assert.Equal((3, $"{file} is a file: name a folder."), (outcome.Exit, outcome.Error.Trim()));
    }

    [Theory]
    [InlineData("roles.csv")]
    [InlineData("calendars/ada@example.com.json")]
    public void A_sample_is_not_written_over_a_file_that_exists_unless_it_is_forced(string name)
    {
        using var folder = new CheckedFolder();
        string file = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        folder.Write(name, "mine");
        CheckOutcome outcome = CheckedFolder.Run("sample", folder.Path, "--as-of", CheckedFolder.Day);
        Assert.Equal((3, $"{file} exists: name another folder, or give --force to replace it."), (outcome.Exit, outcome.Error.Trim()));
        Assert.Equal(("mine", false), (File.ReadAllText(file), File.Exists(Path.Combine(folder.Path, "accounts.csv"))));
        Assert.Equal(0, CheckedFolder.Run("sample", folder.Path, "--as-of", CheckedFolder.Day, "--force").Exit);
        Assert.True(File.Exists(Path.Combine(folder.Path, "accounts.csv")));
    }

    [Fact]
    public void A_file_of_another_name_does_not_keep_the_sample_out_and_stays_as_it_is()
    {
        using var folder = new CheckedFolder();
        folder.Write("notes.txt", "mine");
        Assert.Equal(0, CheckedFolder.Run("sample", folder.Path, "--as-of", CheckedFolder.Day).Exit);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder.Path, "notes.txt")));
    }
}
