using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Traits;

/// <summary>How important the account is to the firm.</summary>
public static class Importance
{
    public static Trait Word { get; } = new("importance", new(Sources.Accounts, "importance"), ["strategic", "key", "standard"], (view, _) => view.Account.Importance);
}
