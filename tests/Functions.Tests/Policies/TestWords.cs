using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Policies;

namespace Plumbline.Functions.Tests.Policies;

/// <summary>Words that have names and nothing behind them: all that reading a policy looks at.</summary>
internal static class TestWords
{
    public static readonly Words Small = new(
        [.. Names("billable month, invoice, timesheet, expense claim, engagement, statement of work, account, person on an account, engagement team, active engagement, opportunity")
            .Select(n => new Population(n, n, [], _ => []))],
        [.. Names("month end, due date, week end, project start, work start").Select(n => new Anchor(n, [], (_, _) => null))],
        [.. Names("paid, approved, data mapping closed, reviewed by legal, agreed with the local board, signed by all parties, recorded")
            .Select(n => new Event(n, n, n, [], (_, _) => Outcome.Not))],
        [.. Names("invoiced net, billable value").Select(n => new Amount(n, n, n, [], (_, _) => new([], true)))],
        [.. Figures("utilisation, development time, share paid on time, burn, burn ahead of time, forecast at completion, growth, margin, lead attendance, changes of lead", Earlier.Nothing),
            .. Figures("active projects, stakeholders engaged, customer units", Earlier.AnyDay),
            .. Figures("satisfaction, engagement score, share who answered, capabilities engaged", Earlier.AnyReading)],
        [.. Names("growth target, margin target").Select(n => new Target(n, [], _ => null))],
        [new Trait("importance", new("accounts.csv", "importance"), ["strategic", "key", "standard"], (_, _) => null)]);

    private static IEnumerable<Figure> Figures(string list, Earlier earlier) =>
        Names(list).Select(n => new Figure(n, " %", [], _ => null, (_, _, _) => Measured.DoesNotApply) { Earlier = earlier });

    private static ImmutableArray<string> Names(string list) => [.. list.Split(", ")];
}
