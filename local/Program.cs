using System.CommandLine;
using Plumbline.Local.Commands;

// Exit codes: 3 arguments, policy, folder or ourselves; else what the command says of what it found.
var root = new RootCommand("Plumbline watches the promises an account lead makes.") { CheckCommand.Create(), ValidateCommand.Create(), SampleCommand.Create() };
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
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    return Exit.Wrong;
}
