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
        [.. Names("utilisation").Select(n => new Figure(n, " %", [], _ => null, (_, _) => Measured.DoesNotApply))]);

    private static ImmutableArray<string> Names(string list) => [.. list.Split(", ")];
}
