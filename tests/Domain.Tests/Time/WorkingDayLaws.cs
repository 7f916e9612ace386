using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Time;

public class WorkingDayLaws
{
    private static readonly Arbitrary<(Region Region, LocalDate Day, int N, int M)> Counts = (
        from region in Gen.Elements(Enum.GetValues<Region>())
        from day in Gen.Choose(0, 3 * 365).Select(d => "2021-01-01".Day().PlusDays(d))
        from n in Gen.Choose(0, 60)
        from m in Gen.Choose(0, 60)
        select (region, day, n, m)).ToArbitrary();

    [Fact]
    public void Adding_working_days_in_two_steps_is_adding_them_in_one() => Holds(c =>
        Of(c).Plus(Of(c).Plus(c.Day, c.N)!.Value, c.M) == Of(c).Plus(c.Day, c.N + c.M));

    [Fact]
    public void Taking_working_days_away_in_two_steps_is_taking_them_away_in_one() => Holds(c =>
        Of(c).Minus(Of(c).Minus(c.Day, c.N)!.Value, c.M) == Of(c).Minus(c.Day, c.N + c.M));

    [Fact]
    public void Adding_one_or_more_lands_on_a_working_day_later() => Holds(c =>
        Of(c).Plus(c.Day, c.N + 1) is { } day && Of(c).IsWorking(day) == true && day > c.Day);

    [Fact]
    public void Exactly_so_many_working_days_are_passed() => Holds(c =>
        c.Day.PlusDays(1).To(Of(c).Plus(c.Day, c.N)!.Value).Count(d => Of(c).IsWorking(d) == true) == c.N);

    [Fact]
    public void From_a_working_day_minus_undoes_plus() => Holds(c =>
        Of(c).Plus(c.Day, 1) is { } day && Of(c).Minus(Of(c).Plus(day, c.N)!.Value, c.N) == day);

    [Fact]
    public void The_working_days_of_a_stretch_are_those_that_are_working() => Holds(c =>
        Of(c).WorkingDays(c.Day, c.Day.PlusDays((c.N * 10) + c.M)) == c.Day.To(c.Day.PlusDays((c.N * 10) + c.M)).Count(d => Of(c).IsWorking(d) == true)
        && Of(c).WorkingDays(c.Day, c.Day.PlusDays(-1 - c.M)) == 0);

    private static WorkingCalendar Of((Region Region, LocalDate, int, int) counts) => Holidays.Of(counts.Region);

    private static void Holds(Func<(Region Region, LocalDate Day, int N, int M), bool> law) =>
        Prop.ForAll(Counts, law).QuickCheckThrowOnFailure();
}
