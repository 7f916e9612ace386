using System.CommandLine;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.PolicyTests;

namespace Plumbline.Cli.Commands;

/// <summary><c>validate [DIR] [--test] [--table]</c>: checks a policy; every fault with line and column.</summary>
internal static class ValidateCommand
{
    public static Command Create(Io io)
    {
        var folder = new Argument<string>("DIR") { Description = "a folder with measures.yaml and firm.yaml; the shipped policy without it", DefaultValueFactory = _ => PolicyLoad.Shipped }.NotEmpty();
        var test = new Option<bool>("--test") { Description = "try it by the tests in DIR/tests as well: 0 all hold, 1 some do not" };
        var table = new Option<bool>("--table") { Description = "print its measures as a table in Markdown" };
        var command = new Command("validate", "Checks a policy: 0 it is sound, 3 it is not, with every fault.") { folder, test, table };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetRequiredValue(folder), parsed.GetValue(test), parsed.GetValue(table), io, cancellation)));
        return command;
    }

    private static int Run(string folder, bool test, bool table, Io io, CancellationToken cancellation)
    {
        if (PolicyLoad.Read(folder, io.Error) is not { } policy)
            return Exit.Wrong;
        io.Error.WriteLine($"{policy.Measures.Length} measures, no fault.");
        if (table)
            Print(policy, io.Output);
        return test ? TestText.Write(PolicyTesting.Run(folder, policy, cancellation), io) : Exit.Kept;
    }

    private static void Print(Policy policy, Stream output)
    {
        using var text = new StreamWriter(output, leaveOpen: true);
        foreach (string line in MeasuresTable.Lines(policy))
            text.WriteLine(line);
    }
}
