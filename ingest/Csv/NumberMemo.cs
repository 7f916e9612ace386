namespace Plumbline.Ingest.Csv;

/// <summary>The number that a column said last, in millionths: rows mostly say the hours and the value of the row before.</summary>
internal sealed class NumberMemo
{
    private readonly byte[] _text = new byte[16];
    private int _length;
    private long _scaled;

    /// <summary>False where it is no number, or one that no row may hold.</summary>
    public bool TryMicros(ReadOnlySpan<byte> text, out long scaled)
    {
        if (_length > 0 && text.SequenceEqual(new(_text, 0, _length)))
        {
            scaled = _scaled;
            return true;
        }
        if (Values.TryScaled(text, 6, out scaled) != Number.Read || !Values.IsBearable(scaled))
            return false;
        _length = text.Length <= _text.Length ? text.Length : 0;
        text[.._length].CopyTo(_text);
        _scaled = scaled;
        return true;
    }
}
