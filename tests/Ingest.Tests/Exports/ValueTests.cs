using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.Tests.Exports;

public class ValueTests
{
    [Fact]
    public void A_number_is_read_as_decimal_reads_it_and_rounded_half_away_from_zero() => Prop.ForAll(Texts("-.0123456789", 22).ToArbitrary(), text =>
    {
        foreach (int decimals in new[] { 0, 2, 6 })
        {
            Number read = Values.TryScaled(Encoding.UTF8.GetBytes(text), decimals, out long scaled);
            bool one = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal expected);
            decimal units = decimal.Round(expected, decimals, MidpointRounding.AwayFromZero);
            decimal most = 100_000_000_000m;
            Assert.True(one ? read == Number.Read || Math.Abs(expected) > most : read == Number.NotOne, text);
            if (read == Number.Read && Math.Abs(expected) <= most)
                Assert.Equal(units, scaled / (decimal)Math.Pow(10, decimals));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_is_read_as_DateOnly_reads_it() => Prop.ForAll(Gen.Choose(1, 9999).SelectMany(y => Gen.Choose(0, 13).SelectMany(m => Gen.Choose(0, 32).Select(d => $"{y:D4}-{m:D2}-{d:D2}"))).ToArbitrary(), text =>
    {
        bool expected = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year >= 1900;
        Assert.Equal((expected, expected ? day : default), (Values.TryDay(Encoding.UTF8.GetBytes(text), out DateOnly read), read));
        Assert.Equal((expected, expected ? day.DayNumber : 0), (new DayMemo().TryDay(Encoding.UTF8.GetBytes(text), out NumberedDay numbered), numbered.Number));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_id_has_a_number_of_its_own_however_long_it_is() => Prop.ForAll(Texts("ab", 24).ListOf().ToArbitrary(), ids =>
    {
        IdTable table = new();
        Dictionary<string, int> numbers = [];
        foreach (string id in ids)
            Assert.Equal(numbers.TryGetValue(id, out int known) ? known : numbers[id] = numbers.Count, table.FindOrAdd(id));
        foreach ((string id, int number) in numbers)
            Assert.Equal((number, id), (table.Find(Encoding.UTF8.GetBytes(id)), table.Text(number)));
        Assert.Equal(numbers.GetValueOrDefault("abc", -1), table.Find("abc"u8));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("yes", true)]
    [InlineData("TRUE", true)]
    [InlineData("", false)]
    [InlineData("No", false)]
    [InlineData("y", null)]
    public void Flags_are_words(string text, bool? flag) =>
        Assert.Equal(flag, Values.TryFlag(Encoding.UTF8.GetBytes(text), out bool read) ? read : null);

    private static Gen<string> Texts(string letters, int longest) =>
        Gen.Choose(0, longest).SelectMany(length => Gen.Elements(letters.ToCharArray()).ArrayOf(length)).Select(l => new string(l));
}
