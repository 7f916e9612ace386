using FsCheck;
using FsCheck.Fluent;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Tables;

public sealed class KeysTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("A01", "A01")]
    [InlineData("a-b_c.d", "a-b_c.d")]
    [InlineData("(firm)", "!28firm!29")]
    [InlineData("P7/E03", "P7!2FE03")]
    [InlineData("a~b", "a!7Eb")]
    [InlineData("100%", "100!25")]
    [InlineData("wow!", "wow!21")]
    [InlineData("é", "!C3!A9")]
    [InlineData("\t", "!09")]
    public void A_part_is_escaped_byte_by_byte(string part, string escaped) => Assert.Equal(escaped, Keys.Escape(part));

    [Fact]
    public void A_part_of_120_characters_stands_whole() => Assert.Equal(new string('x', 120), Keys.Escape(new('x', 120)));

    [Fact]
    public void A_longer_part_is_cut_and_ends_in_its_hash() =>
        Assert.Equal($"{new string('x', 87)}!79072a47bfaa54e6057a9ee21e0dea64", Keys.Escape(new('x', 121)));

    [Fact]
    public void Long_parts_with_the_same_beginning_stay_apart() =>
        Assert.NotEqual(Keys.Escape(new string('x', 200) + "1"), Keys.Escape(new string('x', 200) + "2"));

    [Fact]
    public void Parts_are_joined_by_a_tilde_that_none_of_them_holds() =>
        Assert.Equal("m~INV!7E7~", Keys.Of("m", "INV~7", ""));

    [Fact]
    public void Text_that_is_not_Unicode_is_refused() => Assert.ThrowsAny<ArgumentException>(() => Keys.Escape("\ud800"));

    [Fact]
    public void Every_key_is_legal_and_short() => Prop.ForAll(Parts.ToArbitrary(), part =>
    {
        string key = Keys.Escape(part);
        return key.Length <= 120 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '!');
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Different_parts_have_different_keys() => Prop.ForAll(
        Parts.Two().ToArbitrary(), pair => pair.Item1 == pair.Item2 == (Keys.Escape(pair.Item1) == Keys.Escape(pair.Item2))).QuickCheckThrowOnFailure();

    [Fact]
    public void Different_lists_of_parts_have_different_keys() => Prop.ForAll(
        Parts.Three().Two().ToArbitrary(), pair => pair.Item1 == pair.Item2 == (Joined(pair.Item1) == Joined(pair.Item2))).QuickCheckThrowOnFailure();

    // Few different characters, so that parts come near each other; long and short.
    private static Gen<string> Parts =>
        from length in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(30, 60), Gen.Choose(110, 140))
        from text in Gen.Elements("a", "B", "7", "~", "!", "!7E", "/", " ", "é", "😀").ListOf(length)
        select string.Concat(text);

    private static string Joined((string, string, string) parts) => Keys.Of(parts.Item1, parts.Item2, parts.Item3);
}
