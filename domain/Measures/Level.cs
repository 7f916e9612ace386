using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>What a figure is held against: a number, or the target that each account sets for itself.</summary>
public readonly record struct Level(decimal Number, Target? Target = null)
{
    public static implicit operator Level(decimal number) => new(number);

    /// <summary>Null where the account sets none.</summary>
    public decimal? For(Account account) => Target is null ? Number : Target.Of(account);
}
