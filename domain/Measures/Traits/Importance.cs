using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Traits;

/// <summary>How important the account is to the firm.</summary>
public static class Importance
{
    public static Trait Word { get; } = new("importance", new(Sources.Accounts, "importance"), ["strategic", "key", "standard"], (view, _) => view.Account.Importance) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "How important the subject's account is to the firm: `strategic`, `key` or `standard`, as accounts.csv says.",
        "It narrows any population; a blank importance is none of the three.")
    {
        With = ["for each"],
        Example = """
            - id: growth-of-strategic-accounts
              title: Strategic accounts grow by their own target
              for each: account
              where: { importance: strategic }
              threshold: { figure: growth, at least: growth target }
            """,
    };
}
