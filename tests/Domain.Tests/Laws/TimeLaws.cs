using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Laws;

public class TimeLaws
{
    private const int Years = 400;

    /// <summary>A whole number of weeks, after which the calendar repeats itself.</summary>
    private const int Days = 146_097;

    [Fact]
    public void In_four_hundred_years_the_same_is_said_of_the_same() => Law.Holds(seed =>
    {
        var firm = GrownFirm.From(seed);
        var later = new GrownFirm(Shifted(firm.Snapshot), firm.Today.PlusDays(Days));
        Assert.Equal(Verdicts(firm, 0), Verdicts(later, Days));
    });

    [Fact]
    public void As_time_goes_on_what_was_breached_is_never_not_due_again() => Law.Holds(seed =>
    {
        var firm = GrownFirm.From(seed, troubled: false);
        var breached = Law.Judge(firm, Law.Policy).Where(f => f.Verdict == Verdict.Breached).Select(Law.Identity).ToHashSet();
        foreach (int days in new[] { 1, 7, 40 })
            Assert.DoesNotContain(Law.Judge(firm with { Today = firm.Today.PlusDays(days) }, Law.Policy), f => f.Verdict == Verdict.NotDue && breached.Contains(Law.Identity(f)));
    });

    private static string[] Verdicts(GrownFirm firm, int shift) =>
    [
        .. Law.Judge(firm, Policies.WithoutHolidays)
            .Select(f => $"{f.Measure} {f.Account} {f.Subject} {f.Due?.PlusDays(-shift)} {f.Verdict} {f.Reason}").Order(StringComparer.Ordinal),
    ];

    private static Snapshot Shifted(Snapshot facts) => new(facts.Register with
    {
        Accounts = [.. facts.Register.Accounts.Select(a => a with { StartedOn = Later(a.StartedOn), EndedOn = Later(a.EndedOn) })],
        Engagements = [.. facts.Register.Engagements.Select(e => e with { StartedOn = Later(e.StartedOn), EndedOn = Later(e.EndedOn), UpdatedOn = Later(e.UpdatedOn) })],
        People = facts.Register.People.Values.Select(p => p with { StartedOn = Later(p.StartedOn), EndedOn = Later(p.EndedOn) }).ToDictionary(p => p.Id),
    })
    {
        Items = [.. facts.Items.Select(i => i with { Period = Later(i.Period), Days = [.. i.Days.Select(d => (d.Name, d.On.PlusDays(Days)))] })],
        Activities = [.. facts.Activities.Select(a => a with { On = a.On.PlusDays(Days) })],
        Assignments = [.. facts.Assignments.Select(a => a with { From = Later(a.From), To = Later(a.To), AnnouncedOn = Later(a.AnnouncedOn), HandoverOn = Later(a.HandoverOn) })],
        Records = [.. facts.Records.Select(r => r with { UpdatedOn = Later(r.UpdatedOn) })],
        Figures = [.. facts.Figures.Select(r => r with { AsOf = r.AsOf.PlusDays(Days) })],
        Work = [.. facts.Work.Select(w => w with
        {
            Week = IsoWeek.Of(w.Week.Monday.PlusDays(Days)), Month = w.Month.PlusMonths(12 * Years), FirstDay = w.FirstDay.PlusDays(Days), LastDay = w.LastDay.PlusDays(Days),
            LatestApproval = Later(w.LatestApproval),
        })],
        Readings = facts.Readings.ToDictionary(r => r.Key, r => r.Value with { AsOf = Later(r.Value.AsOf), Faults = [.. r.Value.Faults.Select(Later)] }),
    };

    private static Fault Later(Fault fault) => fault with { Names = fault.Names with { Day = Later(fault.Names.Day), Month = Later(fault.Names.Month) } };

    private static LocalDate? Later(LocalDate? day) => day?.PlusDays(Days);

    private static YearMonth? Later(YearMonth? month) => month?.PlusMonths(12 * Years);
}
