using System.CommandLine;

namespace Plumbline.Cli.Commands;

/// <summary><c>explain FOLDER --measure ID --account ID [--as-of DATE]</c>: the whole evidence of one measure for one account.</summary>
internal static class ExplainCommand
{
    public static Command Create(Io io)
    {
        var folder = new Argument<string>("FOLDER") { Description = "a folder with accounts.csv and any of the other plain files" }.NotEmpty();
        var asOf = AsOfOption.Create();
        var exportsAsOf = AsOfOption.CreateForExports();
        var policy = new Option<string>("--policy") { Description = "a folder with measures.yaml and firm.yaml; the shipped policy without it", DefaultValueFactory = _ => PolicyLoad.Shipped }.NotEmpty();
        var measure = new Option<string>("--measure") { Description = "the measure, by its id", Required = true };
        var account = new Option<string>("--account") { Description = "the account, by its id", Required = true };
        var subject = new Option<string?>("--subject") { Description = "only this subject, whatever its verdict" };
        var occasion = new Option<string?>("--occasion") { Description = "only this occasion, whatever its verdict" };
        var command = new Command("explain", "Says why a measure stands as it does for an account: 0 all kept, 1 something breached, 2 something unknown, 3 it could not be judged.")
        {
            folder, asOf, exportsAsOf, measure, account, policy, subject, occasion,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Explain.Run(new(
            new(parsed.GetRequiredValue(folder), parsed.GetValue(asOf), parsed.GetValue(exportsAsOf), parsed.GetRequiredValue(measure), parsed.GetRequiredValue(account)),
            parsed.GetRequiredValue(policy), parsed.GetValue(subject), parsed.GetValue(occasion)), io, cancellationToken)));
        return command;
    }
}
