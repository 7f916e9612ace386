using System.Text.Json;
using NodaTime;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests;

/// <summary>The holiday files that the policy ships.</summary>
internal static class Holidays
{
    public static IReadOnlyList<HolidayCalendar> Shipped { get; } = [.. Regions.Names.Select(Read)];

    public static WorkingCalendar Of(Region region, params LocalDate[] closures) => new(Shipped[(int)region], closures);

    private static HolidayCalendar Read(string region)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("domain", "policy", "holidays", region + ".json")));
        int[] years = [.. file.RootElement.GetProperty("years").EnumerateArray().Select(y => y.GetInt32())];
        return new($"{region} {years[0]}-{years[1]}", years[0], years[1], [.. file.RootElement.GetProperty("days").EnumerateArray().Select(d => d.GetString()!.Day())]);
    }
}
