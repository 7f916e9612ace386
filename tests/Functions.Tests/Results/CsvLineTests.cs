using Plumbline.Functions.Results;

namespace Plumbline.Functions.Tests.Results;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("one\ttwo", "one two")]
    [InlineData("one\r\ntwo", "one two")]
    [InlineData("one\ntwo\rthree", "one two three")]
    [InlineData("one\0two\u0085three\u007F", "one\uFFFDtwo\uFFFDthree\uFFFD")]
    [InlineData("\u0001=1+1", "\uFFFD=1+1")]
    [InlineData("\t=1+1", "' =1+1")]
    [InlineData("\n=1+1", "' =1+1")]
    [InlineData("a, \"b\"\nc", "\"a, \"\"b\"\" c\"")]
    [InlineData("Zürich 😀", "Zürich 😀")]
    public void A_cell_has_no_control_character_and_no_formula(string text, string cell) => Assert.Equal(cell, CsvLine.Cell(text));
}
