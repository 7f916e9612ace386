namespace Plumbline.Domain.Facts;

/// <summary>A customer account of the firm, by the id its register gives it.</summary>
public readonly record struct AccountId(string Value)
{
    /// <summary>The account of what belongs to none.</summary>
    public static AccountId Firm { get; } = new("(firm)");

    public override string ToString() => Value;
}

/// <summary>A piece of work for an account, by the id its register gives it.</summary>
public readonly record struct EngagementId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person of the firm, by the id its register gives them; what is stored names people by it, but for the table of people.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}
