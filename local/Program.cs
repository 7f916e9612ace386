using Plumbline.Cli.Commands;
using Plumbline.Local.Running;

using Stream output = Console.OpenStandardOutput();
return await CommandLine.RunAsync(args, new(output, Console.Error), RunCommand.AddTo);
