using System.CommandLine;

namespace Plumbline.Cli.Commands;

/// <summary><c>check FOLDER [--as-of DATE]</c>: judges a folder of exports, with no storage and no network.</summary>
internal static class CheckCommand
{
    public static Command Create(Io io)
    {
        var folder = new Argument<string>("FOLDER") { Description = "a folder with accounts.csv and any of the other plain files" }.NotEmpty();
        var asOf = AsOfOption.Create();
        var exportsAsOf = AsOfOption.CreateForExports();
        var format = new Option<string>("--format") { Description = "text, json, markdown or junit", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown", "junit");
        var policy = new Option<string>("--policy") { Description = "a folder with measures.yaml and firm.yaml; the shipped policy without it", DefaultValueFactory = _ => PolicyLoad.Shipped }.NotEmpty();
        var against = new Option<string?>("--against") { Description = "the folder of another policy: print only the findings whose verdict differs from its own" }.NotEmpty();
        var measure = new Option<string?>("--measure") { Description = "only this measure; unknown where none of its files is there" };
        var account = new Option<string?>("--account") { Description = "only this account" };
        var timings = new Option<bool>("--timings") { Description = "say on standard error how long each step took" };
        var command = new Command("check", "Judges a folder of exports: 0 all kept, 1 something breached, 2 something unknown, 3 it could not be judged; with --against 0 nothing differs, 1 something does.")
        {
            folder, asOf, exportsAsOf, format, policy, against, measure, account, timings,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Check.Run(new(
            new(parsed.GetRequiredValue(folder), parsed.GetValue(asOf), parsed.GetValue(exportsAsOf), parsed.GetValue(measure), parsed.GetValue(account)),
            Enum.Parse<Format>(parsed.GetRequiredValue(format), ignoreCase: true), parsed.GetRequiredValue(policy), parsed.GetValue(against), parsed.GetValue(timings)), io, cancellationToken)));
        return command;
    }
}
