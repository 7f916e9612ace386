using System.CommandLine;
using Plumbline.Ingest;

namespace Plumbline.Cli.Commands;

/// <summary>What was probably meant by a command or an option that there is none of.</summary>
internal static class Misspelt
{
    /// <summary>What is wrong with the arguments, with the nearest name where one of them is near to one.</summary>
    public static IEnumerable<string> Messages(ParseResult parsed) =>
        from error in parsed.Errors
        let message = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        let strange = parsed.UnmatchedTokens.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal))
        let meant = strange is null ? null : Nearest.To(strange, Names(parsed.CommandResult.Command, strange))
        select meant is null ? message : $"{message} Did you mean '{meant}'?";

    private static IEnumerable<string> Names(Command command, string written) => written.StartsWith('-')
        ? command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Where(name => name.StartsWith("--", StringComparison.Ordinal))
        : command.Subcommands.Select(sub => sub.Name);
}
