using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>What each account is to reach, by its own plan.</summary>
public static class Targets
{
    public static Target Growth { get; } = new("growth target", [new(Sources.Accounts, "growth_target")], account => account.GrowthTarget) { Meaning = MeaningOfGrowth };

    private static Meaning MeaningOfGrowth => new(
        "By how many per cent the account is to grow in a year, which is `growth_target` in accounts.csv.",
        "An account that sets none is `not applicable`; a target may be below zero.")
    {
        Example = """
            - id: accounts-grow
              title: The revenue of 12 months grows by the account's target
              for each: account
              threshold: { figure: growth, at least: growth target }
            """,
    };

    public static Target Margin { get; } = new("margin target", [new(Sources.Accounts, "margin_target")], account => account.MarginTarget) { Meaning = MeaningOfMargin };

    private static Meaning MeaningOfMargin => new(
        "How many per cent of its revenue the account is to leave as margin, which is `margin_target` in accounts.csv.",
        "An account that sets none is `not applicable`; a target may be below zero.")
    {
        Example = """
            - id: margin-reached
              title: The margin over 3 months reaches the account's target
              for each: account
              threshold: { figure: margin, at least: margin target }
            """,
    };
}
