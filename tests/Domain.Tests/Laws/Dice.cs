namespace Plumbline.Domain.Tests.Laws;

/// <summary>Chance that a number decides: the same number, the same chances.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>From none to so many, both included.</summary>
    public int Up(int most) => _random.Next(most + 1);

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public List<T> Shuffled<T>(IEnumerable<T> all)
    {
        T[] list = [.. all];
        _random.Shuffle(list);
        return [.. list];
    }
}
