using Plumbline.Cli.Commands;

using Stream output = Console.OpenStandardOutput();
return await CommandLine.RunAsync(args, new(output, Console.Error));
