using System.Collections.Immutable;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.DaySets;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Measures.Figures;
using Plumbline.Domain.Measures.Populations;
using Plumbline.Domain.Measures.Traces;
using Plumbline.Domain.Measures.Traits;
using AccountTargets = Plumbline.Domain.Measures.Figures.Targets;

namespace Plumbline.Domain.Measures;

/// <summary>Every word of the language. A new word is one file and a line here.</summary>
public static class Vocabulary
{
    public static ImmutableArray<Population> Populations { get; } =
    [
        AbsenceRequests.Word, Accounts.Word, ActiveEngagements.Word, BillableMonth.Word, Engagements.Word, EngagementTeams.Word, ExpenseClaims.Word,
        Invoices.Word, LegalDocuments.Word, Movements.Joining, Movements.Leaving, Obligations.Word, OpenOpportunities.Word, OpenRisks.Word,
        Opportunities.Word, OwedItems.Escalations, OwedItems.Milestones, OwedItems.OpenRoles, OwedItems.RiskActions, PeopleNow.Word,
        PeopleOnAccount.Word, PersonWeeks.Word, RoleChanges.Word, RoleHolders.Word, StakeholderRoles.Word, StatementsOfWork.Word, Timesheets.Word,
    ];

    /// <summary>What populations may be narrowed by.</summary>
    public static ImmutableArray<Trait> Traits { get; } = [Importance.Word, RoleHeld.Word, Stakeholder.Word];

    /// <summary>What populations may be narrowed by, amount by amount.</summary>
    public static ImmutableArray<Worth> Worths { get; } = [ItemWorth.Amount, ItemWorth.Net, ItemWorth.Outstanding, ItemWorth.Total];

    public static ImmutableArray<Anchor> Anchors { get; } =
    [
        DateRaised.Word, DueDate.Word, DueWeekEnd.Word, InvoiceDate.Word, MonthEnd.Word, ProjectStart.Word, SpellEnds.End, SpellEnds.Start, Submitted.Word, WeekEnd.Word, WorkStart.Word,
    ];

    public static ImmutableArray<Event> Events { get; } =
    [
        Approved.Word, DataMappingClosed.Word, Decided.Word, Done.Word, Paid.Word,
        DocumentSteps.AgreedByBoard, DocumentSteps.Recorded, DocumentSteps.ReviewedByLegal, DocumentSteps.SignedByAll,
        PersonSteps.Checks, PersonSteps.Clearance, PersonSteps.Equipment, PersonSteps.Offboarding, PersonSteps.RollOffPlan,
        RoleTold.Announced, RoleTold.HandedOver,
    ];

    public static ImmutableArray<Amount> Amounts { get; } = [AvailableHours.Word, BillableValue.Word, HoursBooked.Word, InvoicedNet.Word];

    public static ImmutableArray<Figure> Figures { get; } =
    [
        Utilisation.Word, DevelopmentTime.Word, SharePaidOnTime.Word, Burn.Word, Burn.AheadOfTime, Burn.Forecast, Growth.Word, Margin.Word,
        LeadAttendance.Word, ChangesOfLead.Word, RelationshipDepth.ActiveProjects, RelationshipDepth.StakeholdersEngaged, RelationshipDepth.CustomerUnits,
        Surveyed.Satisfaction, Surveyed.EngagementScore, Surveyed.ShareWhoAnswered, Surveyed.CapabilitiesEngaged,
    ];

    public static ImmutableArray<Target> Targets { get; } = [AccountTargets.Growth, AccountTargets.Margin];

    /// <summary>What a Cadence may look at in place of activities.</summary>
    public static ImmutableArray<Trace> Traces { get; } = [RecordUpdated.Word];

    /// <summary>What a Coverage of days may speak of.</summary>
    public static ImmutableArray<DaySet> DaySets { get; } = [DaysWithHours.Word, SignedStatements.Word];
}
