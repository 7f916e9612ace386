using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>Holidays, sickness and one parental leave; all agreed in good time but one request that lies unanswered.</summary>
internal static class Absences
{
    public const string Header = "absence_id,person_id,kind,from,to,requested_on,decided_on";

    private const int Seasons = 3;
    private const int DaysAhead = 60;
    private const int Weekend = 2;

    public static IEnumerable<Absence> All(Firm firm)
    {
        var told = Told(firm).ToList();
        var taken = firm.People.SelectMany(person => OfPerson(firm, person, [.. told.Where(absence => absence.Person == person)]));
        return told.Concat(taken).OrderBy(absence => absence.RequestedOn).ThenBy(absence => absence.Person.Id, StringComparer.Ordinal);
    }

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        firm.Absences.SelectMany(absences => absences).Select((absence, index) => new object?[]
        {
            $"ABS-{index + 1:0000}", absence.Person.Id, absence.Kind, absence.From, absence.To, absence.RequestedOn, absence.DecidedOn,
        });

    private static IEnumerable<Absence> Told(Firm firm)
    {
        var (parent, asking) = (firm.Member("STRATHYRE", 4), firm.Member("KESTRELGATE", 1));
        var (leaves, back) = (firm.Days.Near(-130), firm.Days.Near(-35));
        yield return new(parent, "parental leave", leaves, back, leaves.PlusDays(-80), leaves.PlusDays(-76));
        yield return new(asking, "holiday", firm.Days.Near(20), firm.Days.Near(24), firm.Days.Near(-12), null);
    }

    private static List<Absence> OfPerson(Firm firm, Person person, List<Absence> told)
    {
        var dice = firm.Dice($"absences {person.Id}");
        var first = firm.Days.MonthsAgo(12).OnDayOfMonth(1);
        var season = Period.DaysBetween(first, firm.Days.Today.PlusDays(DaysAhead)) / Seasons;
        List<Absence> mine = [];
        for (var number = 0; number < Seasons; number++)
        {
            var monday = Almanac.EndOfWeek(first.PlusDays(number * season + dice.Between(0, season - 1))).PlusDays(1);
            mine.Add(Holiday(firm.Days, person, monday, weeks: dice.Between(1, 2), dice));
            mine.Add(Sickness(firm.Days, person, monday.PlusDays(dice.Between(3, 10) * 7 + dice.Between(0, 3)), dice));
        }

        return Fitting(firm.Days, person, told, mine);
    }

    // A person is away once at a time, while employed, and asks before today.
    private static List<Absence> Fitting(Almanac days, Person person, List<Absence> told, List<Absence> wanted)
    {
        List<Absence> kept = [];
        foreach (var absence in wanted)
        {
            var free = told.Concat(kept).All(other => absence.To < other.From || absence.From > other.To);
            if (free && days.HasCome(absence.RequestedOn) && person.Employed(absence.From) && person.Employed(absence.To))
            {
                kept.Add(absence);
            }
        }

        return kept;
    }

    private static Absence Holiday(Almanac days, Person person, LocalDate monday, int weeks, Dice dice)
    {
        var asked = days.OnOrBefore(monday.PlusDays(-dice.Between(20, 70)));
        var decided = days.IfCome(days.WorkingDaysAfter(asked, dice.Between(1, 2)));
        return new(person, "holiday", monday, monday.PlusDays(7 * weeks - Weekend - 1), asked, decided);
    }

    private static Absence Sickness(Almanac days, Person person, LocalDate from, Dice dice)
    {
        from = days.OnOrAfter(from);
        return new(person, "sickness", from, days.OnOrAfter(from.PlusDays(dice.Between(0, 1))), from, from);
    }
}
