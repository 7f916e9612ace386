using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Findings;

public class OccasionsTests
{
    [Theory]
    [InlineData("2026-07Q", 1, "2026-Q3")]
    [InlineData("2026-10Q", 1, "2026-Q4")]
    [InlineData("2026-07Q", 4, "July to September 2026")]
    [InlineData("2026-12Q", 9, "December 2026 to February 2027")]
    [InlineData("2026-07H", 1, "July to December 2026")]
    [InlineData("2026-10H", 4, "October 2026 to March 2027")]
    [InlineData("2026-01Y", 1, "2026")]
    [InlineData("2026-04Y", 4, "April 2026 to March 2027")]
    [InlineData("2026-08", 1, "August 2026")]
    [InlineData("2026-W36", 1, "week 2026-W36")]
    [InlineData("2026-09-07", 1, "7 September 2026")]
    [InlineData("2026-13Q", 1, "2026-13Q")]
    [InlineData("2026-13", 1, "2026-13")]
    [InlineData("2026-02-30", 1, "2026-02-30")]
    [InlineData("", 1, "")]
    public void An_occasion_is_written_as_people_write_it(string occasion, int financialYearStart, string words) =>
        Assert.Equal(words, Occasions.InWords(occasion, financialYearStart));
}
