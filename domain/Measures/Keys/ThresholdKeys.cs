using System.Collections.Immutable;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The keys of a Threshold and of a change.</summary>
public static class ThresholdKeys
{
    private const string TeamUsed = """
        - id: team-used
          title: Utilisation over 4 weeks lies between 75 % and 90 %
          for each: account
          threshold: { figure: utilisation, at least: 75, at most: 90 }
        """;

    private const string CustomersSatisfied = """
        - id: customers-satisfied
          title: Satisfaction is at least 8 of 10, and not down by 2 or more
          for each: account
          threshold: { figure: satisfaction, at least: 8, change: { above: -2, since: previous } }
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("figure", new(
            "The figure that is held against bounds.",
            "The figure's own rule says its window and when it does not apply.")
        {
            Example = TeamUsed,
        }),
        new("at least", new(
            "The lowest value that is within bounds; the value itself is within.",
            "In place of a number it may name a target of the account; an account that sets none is `not applicable`.")
        {
            With = ["growth target", "margin target"],
            Example = TeamUsed,
        }),
        new("at most", new(
            "The highest value that is within bounds; the value itself is within.",
            "It does not lie below `at least`.")
        {
            With = ["growth target", "margin target"],
            Example = TeamUsed,
        }),
        new("above", new(
            "The figure must be more than this value; the value itself is out of bounds.",
            "As a change, `above: -2` lets a figure fall by less than 2.")
        {
            Example = CustomersSatisfied,
        }),
        new("change", new(
            "By how much the figure must have changed since an earlier value; below zero for a figure that may fall.",
            "It has `at least` or `above`, and `since`.",
            "Where there is no earlier value, it is left out.")
        {
            With = ["satisfaction", "active projects"],
            Example = CustomersSatisfied,
        }),
        new("since", new(
            "The earlier value of a change: `previous` is the reading before the latest, however old; a duration is the figure so long before the day judged.",
            "Only figures that are read have a previous reading.")
        {
            With = ["readings", "satisfaction"],
            Example = CustomersSatisfied,
        }),
        new("all of", new(
            "Several figures, each with its own bounds, that must all be within them.",
            "One out of bounds makes the measure `breached`, and the evidence names it.")
        {
            Example = """
                - id: budget-kept
                  title: Each engagement burns no more than its budget, and not ahead of its time
                  for each: active engagement
                  threshold: { all of: [{ figure: burn, at most: 100 }, { figure: burn ahead of time, at most: 10 }] }
                """,
        }),
    ];
}
