using NodaTime;

namespace Plumbline.Cli.Sample;

internal sealed record Account(
    string Id, string Name, string Importance, string Domain, string Region, string Currency, LocalDate StartedOn, Cast Cast);

/// <summary>What an account is like: its lead (a number in the firm), its team, how much of its time is billed, its habits.</summary>
internal sealed record Cast(int Lead, int Team, int BillablePercent, Habits Habits = Habits.Tidy);

/// <summary>What an account does badly by habit; what happens to it once is told beside each file.</summary>
[Flags]
internal enum Habits
{
    Tidy = 0,
    ApprovesTimeLate = 1,
    ApprovesExpensesLate = 2,
    PaysLate = 4,
    SkipsMeetings = 8,
    Exemplary = 16,
}

internal sealed record Person(
    string Id, string Name, int Level, string? PeopleLead, decimal WeeklyHours, LocalDate StartedOn, LocalDate? EndedOn)
{
    public string Email => $"{Name.ToLowerInvariant().Replace(' ', '.')}@ashdowne.example";

    public decimal DailyHours => WeeklyHours / 5;

    public bool Employed(LocalDate day) => StartedOn <= day && !(day > EndedOn);
}

internal enum Terms
{
    TimeAndMaterials,
    FixedPrice,
    Investment,
}

internal sealed record Engagement(
    string Id, Account Account, string Name, LocalDate StartedOn, LocalDate EndedOn, Terms Terms, IReadOnlyList<Person> Team)
{
    public bool RunsOn(LocalDate day) => StartedOn <= day && day <= EndedOn;
}

internal sealed record Seat(Account Account, Engagement? Engagement, Person Person, string Role, LocalDate From, LocalDate? To)
{
    public string System { get; init; } = "psa";

    public string? Opportunity { get; init; }

    public LocalDate? AnnouncedOn { get; init; }

    public LocalDate? HandoverOn { get; init; }

    public bool HeldOn(LocalDate day) => From <= day && !(day > To);
}

internal sealed record Absence(Person Person, string Kind, LocalDate From, LocalDate To, LocalDate RequestedOn, LocalDate? DecidedOn)
{
    public bool Covers(LocalDate day) => From <= day && day <= To;
}

internal sealed record TimeEntry(LocalDate Day, Person Person, Engagement Engagement, decimal Hours, bool Billable)
{
    // Fixed-price and unbilled hours carry no value; the others are charged by the hour at the person's level.
    public decimal? Value => Billable && Engagement.Terms == Terms.TimeAndMaterials
        ? decimal.Round(Hours * Rates.PerHour(Person.Level, Engagement.Account.Currency), 2, MidpointRounding.AwayFromZero)
        : null;
}
