using NodaTime;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies;

namespace Plumbline.Domain.Tests;

/// <summary>The policy of <c>domain/policy</c>, and the same promises by other reckonings.</summary>
internal static class Policies
{
    public static Policy Shipped { get; } = PolicyFiles.Read(Repository.PathOf("domain", "policy")) is { Policy: { } policy } ? policy : throw new InvalidOperationException("the policy that is shipped has faults");

    /// <summary>Other holidays, closures of the firm's own.</summary>
    public static Policy Of(IReadOnlyList<HolidayCalendar> holidays, IReadOnlyCollection<LocalDate> closures) =>
        Shipped with { Clock = new FirmClock("Europe/London", Region.EnglandAndWales, holidays, closures, 1) };

    public static Policy WithoutHolidays { get; } = Of([HolidayCalendar.None, HolidayCalendar.None, HolidayCalendar.None], []);
}
