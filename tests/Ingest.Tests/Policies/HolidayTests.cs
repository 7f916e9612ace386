namespace Plumbline.Ingest.Tests.Policies;

public class HolidayTests
{
    private const string File = "holidays/scotland.json";

    [Theory]
    [InlineData("\"region\": ¦\"wales\", \"years\": [2026, 2026], \"days\": [\"2026-01-01\"]", "the region 'wales' in the file of 'scotland'")]
    [InlineData("\"region\": \"scotland\", \"years\": [2026, 2026], \"days\": [\"2026-01-01\", ¦\"2027-01-01\"]", "2027-01-01 lies outside the years 2026 to 2026")]
    [InlineData("\"region\": \"scotland\", \"years\": [2026, 2026], \"days\": [\"2026-01-01\", ¦\"2026-01-01\"]", "'2026-01-01' is listed twice")]
    [InlineData("\"region\": \"scotland\", \"years\": [2026, 2026], \"days\": [\"2026-01-01\", ¦\"1/2/2026\"]", "'1/2/2026' is no day as yyyy-MM-dd")]
    [InlineData("\"region\": \"scotland\", ¦\"years\": [2026, 2027], \"days\": [\"2026-01-01\"]", "the year 2027 has no holiday")]
    [InlineData("\"region\": \"scotland\", \"years\": ¦[2027, 2026], \"days\": [\"2026-01-01\"]", "'years' is the first and the last year, as [2019, 2028]")]
    [InlineData("\"region\": \"scotland\", \"years\": ¦2026, \"days\": [\"2026-01-01\"]", "'years' is the first and the last year, as [2019, 2028]")]
    [InlineData("\"region\": \"scotland\", \"years\": [2026, 2026], ¦\"day\": [\"2026-01-01\"]", "unknown key 'day'; did you mean 'days'?")]
    [InlineData("\"region\": \"scotland\", ¦\"region\": \"scotland\", \"years\": [2026, 2026], \"days\": [\"2026-01-01\"]", "the key 'region' is already there, on line 2")]
    [InlineData("\"region\": \"scotland\", \"years\": [2026, 2026], \"days\": [\"2026-01-01\",¦]", "not JSON here")]
    [InlineData("\"region\": ¦\"\\ud800\", \"years\": [2026, 2026], \"days\": [\"2026-01-01\"]", "text with an escape that is no character")]
    public void A_fault_of_a_holiday_file_is_told_where_it_stands(string members, string fault) =>
        Marked.HasOneFault(File, "{\n" + members + "\n}\n", fault);

    [Fact]
    public void Every_region_needs_its_file()
    {
        using var folder = new PolicyFolder();
        Directory.Delete(folder.PathOf("holidays"), true);
        Assert.Equal(
            ["holidays/england-and-wales.json: there is no such file", "holidays/scotland.json: there is no such file", "holidays/northern-ireland.json: there is no such file"],
            folder.Faults().AsEnumerable());
    }
}
