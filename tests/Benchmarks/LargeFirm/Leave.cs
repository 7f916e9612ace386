using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>Each person is away one week in sixteen, agreed in good time.</summary>
internal static class Leave
{
    private const int WeeksBetween = 16;
    private const int WeeksTold = 56;
    private const int WeeksAhead = 6;

    public static bool Covers(Firm firm, int person, LocalDate monday) => Number(monday) % WeeksBetween == Turn(firm, person);

    public static void Write(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "absences.csv", "absence_id,person_id,kind,from,to,requested_on,decided_on");
        var last = firm.Scale.AsOf.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)).PlusWeeks(WeeksAhead);
        for (var person = 0; person < firm.Scale.People; person++)
        {
            for (var monday = last.PlusWeeks(-WeeksTold); monday <= last; monday = monday.PlusWeeks(1))
            {
                if (Covers(firm, person, monday))
                {
                    rows.Add($"ABS-{rows.Rows:000000}").Add(firm.PersonIds[person]).Add("holiday").Add(monday).Add(monday.PlusDays(4))
                        .Add(monday.PlusDays(-52)).Add(monday.PlusDays(-49)).End();
                }
            }
        }
    }

    private static int Turn(Firm firm, int person) => firm.Chance.Below(WeeksBetween, About.Leave, person);

    private static int Number(LocalDate monday) => Period.DaysBetween(new LocalDate(1990, 1, 1), monday) / 7;
}
