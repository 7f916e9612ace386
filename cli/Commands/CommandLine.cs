using System.CommandLine;

namespace Plumbline.Cli.Commands;

/// <summary>Where a command writes: what was asked for, and everything else.</summary>
internal sealed record Io(Stream Output, TextWriter Error);

/// <summary>The program, from its arguments to its exit code.</summary>
internal static class CommandLine
{
    // A folder may be called @exports: it is not a file with more arguments in it.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <param name="extend">Adds to the root command what only another program can do.</param>
    public static async Task<int> RunAsync(string[] args, Io io, Action<RootCommand, Io>? extend = null)
    {
        io = io with { Error = new ErrorLines(io.Error) };
        try
        {
            return await InvokeAsync(args, io, extend);
        }
        catch (OperationCanceledException)
        {
            return Exit.Wrong;
        }
        catch (Exception fault)
        {
            Tell(InWords(fault), io.Error);
            return Exit.Wrong;
        }
    }

    private static async Task<int> InvokeAsync(string[] args, Io io, Action<RootCommand, Io>? extend)
    {
        var root = new RootCommand("Plumbline watches the promises an account lead makes.")
        {
            CheckCommand.Create(io), ExplainCommand.Create(io), ValidateCommand.Create(io), WordsCommand.Create(io), SampleCommand.Create(io),
        };
        extend?.Invoke(root, io);
        ParseResult parsed = root.Parse(args, Parsing);
        foreach (string wrong in Misspelt.Messages(parsed))
            io.Error.WriteLine(wrong);
        if (parsed.Errors.Count > 0)
        {
            io.Error.WriteLine("See --help.");
            return Exit.Wrong;
        }
        // Ctrl-C has thirty seconds: functions stop, then Azurite saves its last writes. The default of two would lose them.
        return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }

    private static string InWords(Exception fault)
    {
        // The disk, who may use it and what became of a file on it are the world's business; the message says which file.
        if ((fault is IOException or UnauthorizedAccessException ? fault : Damage(fault)) is { } worlds)
            return worlds.Message;
        // Ours to mend; whoever reads this can do nothing with a trace.
        Exception cause = fault.GetBaseException();
        return $"Plumbline cannot go on, and the fault is its own ({cause.GetType().Name}: {cause.Message}). Please report it.";
    }

    private static InvalidDataException? Damage(Exception? fault) => fault is null ? null : fault as InvalidDataException ?? Damage(fault.InnerException);

    private static void Tell(string why, TextWriter error)
    {
        try
        {
            error.WriteLine(why);
        }
        catch (Exception deaf) when (deaf is IOException or UnauthorizedAccessException)
        {
            // It may be the stream of errors itself that is full or closed: then the exit code is all that can be said.
        }
    }
}
