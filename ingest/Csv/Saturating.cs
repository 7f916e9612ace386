namespace Plumbline.Ingest.Csv;

/// <summary>Sums that saturate instead of overflowing: no firm has such amounts, and a mistyped one must not end the run.</summary>
internal static class Saturating
{
    public static long Sum(long one, long other)
    {
        long sum = unchecked(one + other);
        return ((one ^ sum) & (other ^ sum)) >= 0 ? sum : one < 0 ? long.MinValue : long.MaxValue;
    }
}
