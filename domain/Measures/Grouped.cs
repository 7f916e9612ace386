namespace Plumbline.Domain.Measures;

/// <summary>Facts in one array, those of a group together: the facts of a group are a stretch of it.</summary>
internal sealed class Grouped<T>
{
    private readonly T[] _all;
    private readonly int[] _starts;

    /// <param name="groupOf">The number of a fact's group, or -1 for a fact of none, which is left out.</param>
    public Grouped(IReadOnlyList<T> facts, int groups, Func<T, int> groupOf)
    {
        int[] group = new int[facts.Count];
        _starts = new int[groups + 1];
        for (int i = 0; i < group.Length; i++)
            if ((group[i] = groupOf(facts[i])) is var of and >= 0)
                _starts[of + 1]++;
        for (int of = 0; of < groups; of++)
            _starts[of + 1] += _starts[of];
        _all = new T[_starts[groups]];
        int[] next = _starts[..^1];
        for (int i = 0; i < group.Length; i++)
            if (group[i] is var of and >= 0)
                _all[next[of]++] = facts[i];
    }

    /// <summary>The facts of the groups from the first to before the end.</summary>
    public ArraySegment<T> this[int first, int end] => new(_all, _starts[first], _starts[end] - _starts[first]);

    public ArraySegment<T> this[int group] => this[group, group + 1];

    /// <summary>Where a group's facts begin in the order of all; those of the groups after the last begin at the end of it.</summary>
    public int StartOf(int group) => _starts[group];
}
