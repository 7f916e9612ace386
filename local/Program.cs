using System.CommandLine;
using Plumbline.Local.Commands;

// Exit codes: 3 arguments, policy, folder or ourselves; else what the command says of what it found.
RootCommand root = RunCommand.AddTo(new("Plumbline watches the promises an account lead makes.") { CheckCommand.Create(), ValidateCommand.Create() });
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("See --help.");
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
