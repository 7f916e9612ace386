using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Results;

namespace Plumbline.Functions.Tests.Results;

public sealed class ScorecardTests
{
    private static readonly Dictionary<string, string> Names = new() { ["A1"] = "Alder", ["A2"] = "Birch", ["A3"] = "Cedar" };
    private static readonly Dictionary<string, string> Promises = new() { ["paid"] = "deadline", ["raised"] = "deadline", ["review"] = "cadence" };

    [Fact]
    public void Promises_stand_across_and_the_months_and_measures_of_each_are_counted_together()
    {
        Scorecard card = Scorecard.Of(Names, Promises, [
            ("A1", Score("paid", met: 3, late: 1, breached: 1)), ("A1", Score("raised", met: 2, atRisk: 1)), ("A1", Score("review", unknown: 2)), ("(firm)", Score("source-read", breached: 1))], []);
        Assert.Equal(["cadence", "deadline", "source-read"], card.Promises.AsEnumerable());
        Assert.Equal([new(0, 0, 0, 0, 2), new(5, 1, 1, 1, 0), default], card.Rows.Single(r => r.Account == "A1").Counts.AsEnumerable());
        Assert.Equal(new(5, 1, 1, 1, 2), card.Rows.Single(r => r.Account == "A1").Total);
    }

    [Fact]
    public void The_worst_account_comes_first_and_one_without_findings_is_there_too()
    {
        Scorecard card = Scorecard.Of(Names, Promises, [("A1", Score("paid", atRisk: 1)), ("A3", Score("paid", breached: 2)), ("(firm)", Score("paid", breached: 1))], []);
        Assert.Equal(["Cedar", "(firm)", "Alder", "Birch"], card.Rows.Select(r => r.Name));
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, Light.None)]
    [InlineData(1, 0, 0, 0, 0, Light.Green)]
    [InlineData(0, 1, 0, 0, 0, Light.Green)]
    [InlineData(9, 0, 0, 0, 1, Light.Grey)]
    [InlineData(9, 0, 1, 0, 1, Light.Amber)]
    [InlineData(9, 0, 1, 1, 1, Light.Red)]
    public void Counts_have_the_colour_of_the_worst_and_what_is_not_known_is_never_green(int met, int late, int atRisk, int breached, int unknown, Light light) =>
        Assert.Equal(light, new PromiseCounts(met, late, atRisk, breached, unknown).Light);

    [Fact]
    public void The_ten_worst_alerts_are_told_by_severity_then_state_then_due_day()
    {
        Alert[] alerts = [
            An("A1", "late", AlertState.Breached, Severity.High, new LocalDate(2026, 8, 1)), An("A1", "soon", AlertState.AtRisk, Severity.Critical, null),
            An("A9", "standing", AlertState.Breached, Severity.High, null), An("A1", "over", AlertState.Resolved, Severity.Critical, null),
            An("A2", "later", AlertState.Breached, Severity.High, new LocalDate(2026, 8, 2)), An("A2", "risk", AlertState.AtRisk, Severity.High, new LocalDate(2026, 7, 1)),
            .. Enumerable.Range(0, 9).Select(i => An("A1", $"low {i}", AlertState.Breached, Severity.Low, new LocalDate(2026, 1, 1 + i)))];
        Scorecard card = Scorecard.Of(Names, Promises, [], alerts);
        Assert.Equal(["soon", "late", "later", "standing", "risk", "low 0", "low 1", "low 2", "low 3", "low 4"], card.Worst.Select(w => w.Alert.Key));
        Assert.Equal(["Alder", "Birch", "A9"], card.Worst.Skip(1).Take(3).Select(w => w.AccountName));
        Assert.Equal(14, card.OpenAlerts);
    }

    [Fact]
    public void What_waits_for_an_open_alert_is_told_with_that_one()
    {
        Alert cause = An("A1", "cause", AlertState.Breached, Severity.Low, null), effect = An("A1", "effect", AlertState.Breached, Severity.High, null);
        Alert Behind(Alert other) => effect with { Content = effect.Content with { Cause = other.Fingerprint } };
        Assert.Equal(["cause"], Scorecard.Of(Names, Promises, [], [Behind(cause), cause]).Worst.Select(w => w.Alert.Key));
        Assert.Equal(["effect"], Scorecard.Of(Names, Promises, [], [Behind(cause), cause with { State = AlertState.Resolved }]).Worst.Select(w => w.Alert.Key));
    }

    private static Score Score(string measure, int met = 0, int late = 0, int atRisk = 0, int breached = 0, int unknown = 0) =>
        new(measure, new YearMonth(2026, 9), [met, late, 0, atRisk, breached, unknown, 0, 0], []);

    private static Alert An(string account, string key, AlertState state, Severity severity, LocalDate? due) =>
        new("paid", new(account), key, state, new("Paid", severity, "It waits.", null, due, 1, FailingRows.None, ImmutableArray<Domain.Facts.Money>.Empty, null), default, default, 1);
}
