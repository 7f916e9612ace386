using System.CommandLine;

namespace Plumbline.Local.Commands;

/// <summary><c>validate [DIR]</c>: checks a policy; every fault with line and column.</summary>
internal static class ValidateCommand
{
    public static Command Create(Io io)
    {
        var folder = new Argument<string>("DIR") { Description = "a folder with measures.yaml and firm.yaml; the shipped policy without it", DefaultValueFactory = _ => PolicyLoad.Shipped };
        var command = new Command("validate", "Checks a policy: 0 it is sound, 3 it is not, with every fault.") { folder };
        command.SetAction(parsed =>
        {
            if (PolicyLoad.Read(parsed.GetRequiredValue(folder), io.Error) is not { } policy)
                return Exit.Wrong;
            io.Error.WriteLine($"{policy.Measures.Length} measures, no fault.");
            return Exit.Kept;
        });
        return command;
    }
}
