using Plumbline.Local.Commands;

using Stream output = Console.OpenStandardOutput();
return await Cli.RunAsync(args, new(output, Console.Error));
