using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>Figures that others measure and readings.csv holds.</summary>
public static class Surveyed
{
    /// <summary>How satisfied the customer is; a score older than a year says nothing (IW).</summary>
    public static Figure Satisfaction { get; } = Word("satisfaction", "", 12) with { FirstStep = "ask the customer what is wrong", Meaning = MeaningOfSatisfaction };

    private static Meaning MeaningOfSatisfaction => new(
        "How satisfied the customer is: the latest reading of `satisfaction` of the last 12 months; an older one is `unknown(figure_incomplete)`.",
        "A drop is against the reading before it, however old that is.")
    {
        With = ["readings"],
        Example = """
            - id: customers-satisfied
              title: Satisfaction is at least 8 of 10, and not down by 2 or more
              for each: account
              threshold: { figure: satisfaction, at least: 8, change: { above: -2, since: previous } }
            """,
    };

    /// <summary>How engaged the team is (IW).</summary>
    public static Figure EngagementScore { get; } = Word("engagement score", "", null) with { Called = "the engagement score", FirstStep = "ask the team what is wrong", Meaning = MeaningOfEngagementScore };

    private static Meaning MeaningOfEngagementScore => new(
        "How engaged the team is: the latest reading of `engagement score`.",
        "It says little unless enough of the team answered, so that it stands beside `share who answered`.")
    {
        With = ["readings", "share who answered"],
        Example = """
            - id: team-engaged
              title: The team's engagement is at least 7 of 10
              for each: account
              threshold: { figure: engagement score, at least: 7 }
            """,
    };

    /// <summary>How many of the team answered when they were asked (IW).</summary>
    public static Figure ShareWhoAnswered { get; } = Word("share who answered", " %", null) with { Called = "the share who answered", FirstStep = "ask those who have not answered", Meaning = MeaningOfShareWhoAnswered };

    private static Meaning MeaningOfShareWhoAnswered => new(
        "How many per cent of the team answered when they were asked: the latest reading of `share who answered`.",
        "Its reading is judged by itself, whatever day the score is of.")
    {
        With = ["readings"],
        Example = """
            - id: team-answers
              title: The team's engagement is at least 7 of 10, answered by 60 %
              for each: account
              threshold: { all of: [{ figure: engagement score, at least: 7 }, { figure: share who answered, at least: 60 }] }
            """,
    };

    /// <summary>How many capabilities of the firm work for the account; a count older than a year says nothing (TWO).</summary>
    public static Figure CapabilitiesEngaged { get; } = Word("capabilities engaged", "", 12) with { Called = "the number of capabilities engaged", FirstStep = "offer the customer another capability of the firm", Meaning = MeaningOfCapabilitiesEngaged };

    private static Meaning MeaningOfCapabilitiesEngaged => new(
        "How many capabilities of the firm work for the account: the latest reading of `capabilities engaged`.",
        "A reading older than 12 months says nothing: the finding is `unknown(figure_incomplete)`.")
    {
        With = ["readings"],
        Example = """
            - id: expertise-used
              title: At least 2 capabilities of the firm work for each strategic account
              for each: account
              where: { importance: strategic }
              threshold: { figure: capabilities engaged, at least: 2 }
            """,
    };

    private static Figure Word(string name, string unit, int? months) => new(name, unit,
        [new(Sources.Readings, "figure", "account_id", "value", "as_of") { Kinds = [name] }], _ => null, (view, subject, day) => Of(name, months, view, subject, day))
    {
        Earlier = Earlier.AnyReading, History = (view, subject) => History(name, view, subject), Moment = "the reading of ",
    };

    private static Measured Of(string name, int? months, AccountView view, Case subject, LocalDate day)
    {
        IGrouping<LocalDate, Reading>[] readings = [.. Readings(name, view, subject, day).TakeLast(2)];
        if (readings.Length == 0 || (months is { } count && readings[^1].Key <= day.PlusMonths(-count)))
            return Measured.Unsure(Reasons.FigureIncomplete, $"no {name}{(months is null ? "" : $" of the last {months} months")} is given", $"measure the {name}, and give it in {Sources.Readings}");
        return Measured.Of(Score(readings[^1])) with
        {
            Before = readings.Length > 1 ? Score(readings[0]) : null, BeforeOn = readings.Length > 1 ? readings[0].Key : null,
            Beside = [new($"{name} as of", Day: readings[^1].Key)],
        };
    }

    private static IEnumerable<(LocalDate On, Measured Then)> History(string name, AccountView view, Case subject)
    {
        IGrouping<LocalDate, Reading>[] readings = [.. Readings(name, view, subject, view.Today)];
        for (int i = readings.Length - 1; i >= 0; i--)
            yield return (readings[i].Key, Measured.Of(Score(readings[i])) with { Before = i > 0 ? Score(readings[i - 1]) : null });
    }

    /// <summary>Those of one day together, in order of their days.</summary>
    private static IEnumerable<IGrouping<LocalDate, Reading>> Readings(string name, AccountView view, Case subject, LocalDate day) =>
        view.Readings(name).Where(r => r.AsOf <= day && IsOf(r, subject)).GroupBy(r => r.AsOf);

    private static decimal Score(IGrouping<LocalDate, Reading> ofADay) => ofADay.Average(r => r.Value);

    private static bool IsOf(Reading reading, Case subject) => subject.Person is { } person ? reading.Person == person
        : subject.Engagement is not { } engagement || reading.Engagement == engagement.Id;
}
