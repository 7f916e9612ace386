using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.DaySets;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Measures.Figures;
using Plumbline.Domain.Measures.Populations;
using Plumbline.Domain.Measures.Traces;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests;

/// <summary>Governance: money, documents, compliance.</summary>
internal static class MeasuresOfMoney
{
    public static readonly ImmutableArray<Measure> All =
    [
        new("time-booked", "Each person books 80 % of the hours available within a working day of the week's end", PersonWeeks.Word,
            new Deadline(new([]) { Total = new(HoursBooked.Word, 80, AvailableHours.Word) }, 1.WorkingDays(), Before: false, WeekEnd.Word)) { Severity = Severity.Low },
        new("absences-approved", "Absences are decided on within 2 working days of the week in which they were asked for, and before they begin", AbsenceRequests.Word,
            new Deadline(new([Decided.Word]), 2.WorkingDays(), Before: false, WeekEnd.Word, SpellEnds.Start)) { Severity = Severity.Low, AlertPer = AlertPer.Occasion },
        new("legal-documents", "MSA, CCSA and NDA are reviewed, signed and recorded before work commences", LegalDocuments.Word,
            new Deadline(new([DocumentSteps.ReviewedByLegal, DocumentSteps.SignedByAll, DocumentSteps.Recorded]), 0.Days(), Before: true, WorkStart.Word)) { Severity = Severity.High },
        new("hours-within-sow", "Every day with hours lies within the dates of a signed statement of work", Engagements.Word,
            new DayCoverage(DaysWithHours.Word, SignedStatements.Word)) { Severity = Severity.High },
        new("psa-current", "The PSA record of each engagement is updated every 7 days", ActiveEngagements.Word,
            new Cadence([]) { Trace = RecordUpdated.Word, Rolling = 7.Days() }) { Severity = Severity.Low },
        new("finances-reviewed", "Finances, milestones and burn are reviewed every week", Accounts.Word,
            new Cadence(["finance review"]) { Period = Every.Week }) { Warn = 5.WorkingDays() },
        new("milestones-met", "Milestones are met by their dates", OwedItems.Milestones,
            new Deadline(new([Done.Word]), 0.Days(), Before: true, DueDate.Word)) { Warn = 5.WorkingDays(), Severity = Severity.High },
        new("customer-obligations", "What is owed to the customer is done within the week in which it falls due", Obligations.Word,
            new Deadline(new([Done.Word]), 0.Days(), Before: false, DueWeekEnd.Word)) { AlertPer = AlertPer.Occasion },
        Quarterly("iso-reviewed", "Compliance with ISO is reviewed every quarter", "iso review", Severity.Medium),
        Quarterly("gdpr-reviewed", "Compliance with the GDPR is reviewed every quarter", "gdpr review", Severity.Medium),
        Quarterly("security-reviewed", "Security is reviewed every quarter", "security review", Severity.Medium),
    ];

    internal static Measure Quarterly(string id, string title, string activity, Severity severity = Severity.Low) =>
        new(id, title, Accounts.Word, new Cadence([activity]) { Period = Every.Quarter }) { Warn = 5.WorkingDays(), Severity = severity };
}
