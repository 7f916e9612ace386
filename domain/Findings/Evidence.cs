using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>One value that was compared. Exactly one of the four is given.</summary>
public readonly record struct Compared(string Name, string? Text = null, decimal? Number = null, LocalDate? Day = null, Money? Money = null)
{
    /// <summary>Written behind the number: <c> %</c>; empty where it counts what its name says.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The value as a person writes it.</summary>
    public string InWords => Number is { } number ? $"{number.Text()}{Unit}" : Day?.InWords() ?? Money?.ToString() ?? (string.IsNullOrEmpty(Text) ? "none" : Text);
}

/// <summary>The rows that fail, by the keys of their own source: up to twenty of them, then how many more and their money.</summary>
public sealed record FailingRows(ImmutableArray<string> Keys, int More, ImmutableArray<Money> MoneyOfMore)
{
    public const int Shown = 20;

    public static FailingRows None { get; } = new([], 0, []);

    public static FailingRows Of(IEnumerable<(string Key, Money? Amount)> rows)
    {
        (string Key, Money? Amount)[] all = [.. rows.OrderBy(r => r.Key, StringComparer.Ordinal)];
        if (all.Length == 0)
            return None;
        var beyond = all.Skip(Shown).Where(r => r.Amount is not null).GroupBy(r => r.Amount.GetValueOrDefault().Currency)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Select(r => r.Amount.GetValueOrDefault()).Aggregate((a, b) => a + b));
        return new([.. all.Take(Shown).Select(r => r.Key)], Math.Max(0, all.Length - Shown), [.. beyond]);
    }
}

/// <summary>What a promise looked at to reach its verdict; each promise has one, and one template for its sentences.</summary>
public interface IBasis
{
    /// <summary>The rest of a sentence that begins with the subject.</summary>
    string Sentence(Finding finding);

    IEnumerable<Compared> Values(Finding finding);

    /// <summary>The day since which a standing condition is broken; null if unknown.</summary>
    LocalDate? Since => null;

    /// <summary>Whether it may be broken since an earlier day.</summary>
    bool IsSinceAtLeast => false;

    /// <summary>The measuring period of the figure that is out of bounds, both ends included; null for a figure of a single day.</summary>
    (LocalDate First, LocalDate Last)? Over => null;

    /// <summary>What would turn it green; null where it is green, or where nothing would.</summary>
    string? Remedy(Finding finding);

    FailingRows Rows(Finding finding);

    /// <summary>The money that waits on it.</summary>
    Money? AtStake(Finding finding);
}
