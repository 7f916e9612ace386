using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>What is done for people who come to an account, stay on it and leave it; for some of them not in time, or not at all.</summary>
internal static class Starters
{
    private const int DaysUntilPlanned = 330;

    private static readonly Dictionary<string, int?> Told = new()
    {
        ["equipment ORRIN 1"] = null,
        ["clearance TAMARSIDE 2"] = 6,
        ["roll-off plan WEXCOMBE 1"] = null,
        ["roll-off plan PENROSE 2"] = 372,
    };

    private static readonly (string Kind, string Prefix)[] Preparations = [("checks", "CK"), ("clearance", "CL"), ("equipment", "EQ")];

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        firm.Seats.GroupBy(seat => (seat.Account, seat.Person)).SelectMany(seats => OfPerson(firm, seats.Key.Account, seats.Key.Person, [.. seats]));

    private static IEnumerable<object?[]> OfPerson(Firm firm, Account account, Person person, Seat[] seats)
    {
        var (days, from) = (firm.Days, seats.Min(seat => seat.From));
        var dice = firm.Dice($"starter {account.Id} {person.Id}");
        foreach (var (kind, prefix) in Preparations)
        {
            yield return Row(kind, prefix, account, person, from, Done(firm, kind, account, person, from, -dice.Between(1, 14)));
        }

        if (days.HasCome(from.PlusDays(DaysUntilPlanned)))
        {
            yield return Row("roll-off plan", "RO", account, person, from, Done(firm, "roll-off plan", account, person, from, dice.Between(60, DaysUntilPlanned)));
        }

        // Whoever leaves the firm leaves the account, whatever the CRM and the ledger still say.
        var ends = seats.Where(seat => seat.System == "psa").Select(seat => seat.To ?? person.EndedOn).ToList();
        if (ends.All(end => end < days.Today))
        {
            var last = ends.Max() ?? days.Today;
            yield return Row("offboarding", "OF", account, person, last, days.IfCome(days.WorkingDaysAfter(last, dice.Between(1, 4))));
        }
    }

    private static LocalDate? Done(Firm firm, string kind, Account account, Person person, LocalDate from, int usual)
    {
        var member = Enumerable.Range(1, account.Cast.Team).FirstOrDefault(number => firm.Member(account.Id, number) == person);
        var took = Told.TryGetValue($"{kind} {account.Id} {member}", out var told) ? told : usual;
        return took is { } count ? firm.Days.IfCome(firm.Days.OnOrBefore(from.PlusDays(count))) : null;
    }

    private static object?[] Row(string kind, string prefix, Account account, Person person, LocalDate anchor, LocalDate? done) =>
        [kind, $"{prefix}-{account.Id}-{person.Id}", account.Id, null, person.Id, anchor, null, done, null, null];
}
