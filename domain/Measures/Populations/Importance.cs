using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>How much the account matters to the firm.</summary>
public static class Importance
{
    public static Trait Word { get; } = new("importance", new(Sources.Accounts, "importance"), ["strategic", "key", "standard"], (view, _) => view.Account.Importance);
}
