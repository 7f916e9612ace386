using System.CommandLine;
using System.CommandLine.Parsing;

namespace Plumbline.Local.Commands;

/// <summary>Where a command writes: what was asked for, and everything else.</summary>
internal sealed record Io(Stream Output, TextWriter Error);

/// <summary>The local program, from its arguments to its exit code.</summary>
internal static class Cli
{
    public static async Task<int> RunAsync(string[] args, Io io)
    {
        RootCommand root = RunCommand.AddTo(new("Plumbline watches the promises an account lead makes.")
        {
            CheckCommand.Create(io), ExplainCommand.Create(io), ValidateCommand.Create(io), SampleCommand.Create(io),
        });
        ParseResult parsed = root.Parse(args);
        foreach (ParseError error in parsed.Errors)
            await io.Error.WriteLineAsync(error.Message);
        if (parsed.Errors.Count > 0)
        {
            await io.Error.WriteLineAsync("See --help.");
            return Exit.Wrong;
        }
        try
        {
            // Ctrl-C has thirty seconds: functions stop, then Azurite saves its last writes. The default of two would lose them.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
        }
        catch (OperationCanceledException)
        {
            return Exit.Wrong;
        }
        catch (Exception fault) when (fault is not (IOException or UnauthorizedAccessException))
        {
            // Ours to mend; whoever reads this can do nothing with a trace.
            Exception cause = fault.GetBaseException();
            await io.Error.WriteLineAsync($"Plumbline cannot go on, and the fault is its own ({cause.GetType().Name}: {cause.Message}). Please report it.");
            return Exit.Wrong;
        }
        catch (Exception fault)
        {
            // The disk and who may use it are the world's business; its message says which file.
            await io.Error.WriteLineAsync(fault.Message);
            return Exit.Wrong;
        }
    }
}
