namespace Plumbline.Domain.Time;

/// <summary>The texts of days, weeks or months: every finding says one, and those of our time are each written once.</summary>
/// <param name="most">How many texts are kept.</param>
/// <param name="numberOf">Counted from the first that is kept.</param>
internal sealed class WrittenOnce<T>(int most, Func<T, int> numberOf, Func<T, string> write)
{
    private readonly string?[] _written = new string?[most];

    public string this[T value]
    {
        get
        {
            int number = numberOf(value);
            return number >= 0 && number < _written.Length ? _written[number] ??= write(value) : write(value);
        }
    }
}
