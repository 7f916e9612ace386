using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Calendars;

namespace Plumbline.Functions.Tests.Graph;

public class CalendarWindowTests
{
    [Theory]
    [InlineData("2026-11-20", null, "2026-10-01", "2026-12-25", "2025-11-01")]
    [InlineData("2026-01-01", null, "2025-12-01", "2026-02-05", "2025-01-01")]
    [InlineData("2026-11-20", "service review", "2026-07-01", "2026-12-25", "2025-10-01")] // a meeting is promised by the quarter
    [InlineData("2026-11-20", "account plan", "2026-10-01", "2026-12-25", "2025-11-01")] // what is promised by the quarter is in no calendar
    public void A_window_reaches_from_the_previous_period_to_35_days_ahead(string today, string? kind, string usual, string to, string oldest)
    {
        Policy policy = GraphFirm.Policy;
        if (kind is not null)
            policy = policy with { Measures = policy.Measures.Add(policy.Measures.Single(m => m.Id == "service-review") with { Id = "plan", Promise = new Cadence([kind]) { Period = Every.Quarter } }) };
        CalendarWindow window = CalendarWindow.Of(policy, Day(today));
        Assert.Equal((Day(usual), Day(to), Day(oldest)), (window.Usual, window.To, window.Oldest));
    }

    [Theory]
    [InlineData(null, "2025-11-01")] // never read
    [InlineData("2026-11-01", "2026-10-01")]
    [InlineData("2026-10-01", "2026-10-01")]
    [InlineData("2026-07-01", "2026-07-01")] // not read since July
    public void A_mailbox_is_read_from_where_it_was_read_last(string? last, string from) =>
        Assert.Equal(Day(from), CalendarWindow.Of(GraphFirm.Policy, Day("2026-11-20")).From(last is null ? null : Day(last)));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
