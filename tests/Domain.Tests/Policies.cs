using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Measures.Figures;
using Plumbline.Domain.Measures.Populations;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests;

/// <summary>The measures exactly as domain/policy/measures.yaml says them, and the firm as domain/policy/firm.yaml does.</summary>
internal static class Policies
{
    private static readonly CalendarSpan AtOnce = 0.Days();

    private static readonly ImmutableArray<Measure> First =
    [
        new("invoice-raised", "Invoices are raised within 3 working days of month end", BillableMonth.Word,
            new Deadline(new([]) { Total = new(InvoicedNet.Word, 99, BillableValue.Word) }, 3.WorkingDays(), Before: false, MonthEnd.Word))
            { Warn = 1.WorkingDays(), Severity = Severity.High },
        new("no-aged-debt", "No debt is more than 30 days overdue", Invoices.Word,
            new Deadline(new([Paid.Word]), 30.Days(), Before: false, DueDate.Word))
            { Warn = 7.Days(), Severity = Severity.High, RollUp = "ageing", AlertOnOld = true },
        new("timesheets-approved", "Timesheets are approved within 2 working days of the week's end", Timesheets.Word,
            new Deadline(new([Approved.Word]), 2.WorkingDays(), Before: false, WeekEnd.Word)) { AlertPer = AlertPer.Occasion },
        new("expenses-approved", "Expenses are approved within 2 working days of the week in which they were submitted", ExpenseClaims.Word,
            new Deadline(new([Approved.Word]), 2.WorkingDays(), Before: false, WeekEnd.Word)) { Severity = Severity.Low, AlertPer = AlertPer.Occasion },
        new("data-mapping", "The data mapping is closed within 30 days of the project's start", Engagements.Word,
            new Deadline(new([DataMappingClosed.Word]), 30.Days(), Before: false, ProjectStart.Word)) { Warn = 7.Days(), Severity = Severity.High },
        new("statement-of-work", "The statement of work is reviewed, agreed, signed and recorded before work commences", StatementsOfWork.Word,
            new Deadline(new([DocumentSteps.ReviewedByLegal, DocumentSteps.AgreedByBoard, DocumentSteps.SignedByAll, DocumentSteps.Recorded]),
                AtOnce, Before: true, WorkStart.Word)) { Warn = 10.WorkingDays(), Severity = Severity.Critical },
        new("service-review", "A service review is held every month, with the customer present", Accounts.Word,
            new Cadence(["service review"]) { Period = Every.Month, Evidence = Rung.Held, AttendedByAll = ["customer"] }) { Warn = 5.WorkingDays() },
        new("one-to-one", "Each person on an account has a one-to-one every month", PeopleOnAccount.Word,
            new Cadence(["one-to-one"]) { Period = Every.Month, Evidence = Rung.Held, PausedByLeave = true }) { Warn = 5.WorkingDays() },
        new("retrospective", "Each team holds a retrospective or a squad health check every 2 weeks", EngagementTeams.Word,
            new Cadence(["retrospective", "squad health check"]) { Rolling = 14.Days(), Grace = 2.WorkingDays(), Evidence = Rung.Held })
            { Warn = 3.WorkingDays(), Severity = Severity.Low },
        new("utilisation", "Utilisation over 4 weeks lies between 75 % and 90 %", Accounts.Word, new Threshold(Utilisation.Word, 75, 90)),
        new("single-account-lead", "Each account has exactly one account lead", Accounts.Word,
            new Coverage(["account lead"], 1, Exactly: true) { In = "psa" }) { Severity = Severity.High },
        new("roles-filled", "Each active engagement has a delivery lead and a technology lead", ActiveEngagements.Word,
            new Coverage(["delivery lead", "technology lead"], 1, Exactly: false)),
        new("opportunities-agree", "Each opportunity stands in the CRM and the PSA alike", Opportunities.Word,
            new Agreement("opportunity", ["crm", "psa"], ["stage"], ImmutableDictionary<string, decimal>.Empty.Add("value", 10))) { Severity = Severity.Low },
    ];

    public static ImmutableArray<Measure> Measures { get; } = [.. First, .. MeasuresOfMoney.All, .. MeasuresOfTheCustomer.All, .. MeasuresOfTheTeam.All];

    public static Policy Shipped { get; } = Of(Holidays.Shipped, []);

    /// <summary>The same promises by another reckoning: other holidays, closures of the firm's own.</summary>
    public static Policy Of(IReadOnlyList<HolidayCalendar> holidays, IReadOnlyCollection<LocalDate> closures) =>
        new(Measures, new FirmClock("Europe/London", Region.EnglandAndWales, holidays, closures, 1), new string('0', 64));

    public static Policy WithoutHolidays { get; } = Of([HolidayCalendar.None, HolidayCalendar.None, HolidayCalendar.None], []);
}
