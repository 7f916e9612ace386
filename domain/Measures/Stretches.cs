namespace Plumbline.Domain.Measures;

/// <summary>An account's facts in an order of their own, so that those that belong together are found as one stretch.</summary>
internal sealed class Stretches<T>
{
    private readonly T[] _all;

    public Stretches(ArraySegment<T> facts, Comparison<T> order)
    {
        _all = [.. facts.AsSpan()];
        _all.AsSpan().Sort(order);
    }

    /// <param name="place">Below zero for facts that come before those sought in the order, above it for those that come after.</param>
    public ArraySegment<T> Where(Func<T, int> place)
    {
        int first = FirstOf(0, place, 0);
        return new(_all, first, FirstOf(first, place, 1) - first);
    }

    /// <summary>The first fact whose place is no less.</summary>
    private int FirstOf(int from, Func<T, int> place, int least)
    {
        int end = _all.Length;
        while (from < end)
        {
            int middle = from + ((end - from) / 2);
            if (place(_all[middle]) >= least)
                end = middle;
            else
                from = middle + 1;
        }
        return from;
    }
}
