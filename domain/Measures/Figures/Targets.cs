using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>What each account is to reach, by its own plan.</summary>
public static class Targets
{
    public static Target Growth { get; } = new("growth target", [new(Sources.Accounts, "growth_target")], account => account.GrowthTarget);

    public static Target Margin { get; } = new("margin target", [new(Sources.Accounts, "margin_target")], account => account.MarginTarget);
}
