using System.Globalization;
using System.Text;
using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>A plain file written field by field through one buffer, with nothing allocated for a row.</summary>
internal sealed class RowWriter : IDisposable
{
    private const int BufferSize = 1 << 20;
    private const int LongestField = 256;

    private readonly FileStream _file;
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _used;
    private bool _inRow;

    public RowWriter(string folder, string name, string header)
    {
        _file = new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Add(header).End();
    }

    public int Rows { get; private set; } = -1;

    /// <summary>A field as it stands in the file: who passes a comma passes the quotes as well.</summary>
    public RowWriter Add(string field)
    {
        Begin();
        _used += Encoding.UTF8.GetBytes(field, _buffer.AsSpan(_used));
        return this;
    }

    public RowWriter Add(ReadOnlySpan<byte> field)
    {
        Begin();
        field.CopyTo(_buffer.AsSpan(_used));
        _used += field.Length;
        return this;
    }

    public RowWriter Add(int number)
    {
        Begin();
        number.TryFormat(_buffer.AsSpan(_used), out var written, default, CultureInfo.InvariantCulture);
        _used += written;
        return this;
    }

    /// <summary>Hundredths, with two decimals.</summary>
    public RowWriter AddHundredths(long hundredths)
    {
        Begin();
        if (hundredths < 0)
        {
            _buffer[_used++] = (byte)'-';
            hundredths = -hundredths;
        }

        (hundredths / 100).TryFormat(_buffer.AsSpan(_used), out var written, default, CultureInfo.InvariantCulture);
        _used += written;
        _buffer[_used++] = (byte)'.';
        Digits((int)(hundredths % 100), 2);
        return this;
    }

    public RowWriter Add(LocalDate? day)
    {
        Begin();
        if (day is { } known)
        {
            Digits(known.Year, 4);
            _buffer[_used++] = (byte)'-';
            Digits(known.Month, 2);
            _buffer[_used++] = (byte)'-';
            Digits(known.Day, 2);
        }

        return this;
    }

    public RowWriter Add(bool answer) => Add(answer ? "yes"u8 : "no"u8);

    public RowWriter Blank() => Add(""u8);

    public void End()
    {
        _buffer[_used++] = (byte)'\n';
        _inRow = false;
        Rows++;
    }

    public void Dispose()
    {
        Flush();
        _file.Dispose();
    }

    private void Begin()
    {
        if (_used > BufferSize - LongestField)
        {
            Flush();
        }

        if (_inRow)
        {
            _buffer[_used++] = (byte)',';
        }

        _inRow = true;
    }

    private void Digits(int number, int count)
    {
        for (var place = _used + count - 1; place >= _used; place--)
        {
            _buffer[place] = (byte)('0' + number % 10);
            number /= 10;
        }

        _used += count;
    }

    private void Flush()
    {
        _file.Write(_buffer, 0, _used);
        _used = 0;
    }
}
