using System.Collections.Immutable;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Measures.Figures;
using Plumbline.Domain.Measures.Populations;
using AccountTargets = Plumbline.Domain.Measures.Figures.Targets;

namespace Plumbline.Domain.Measures;

/// <summary>Every word of the language. A new word is one file and a line here.</summary>
public static class Vocabulary
{
    public static ImmutableArray<Population> Populations { get; } =
    [
        Accounts.Word, ActiveEngagements.Word, BillableMonth.Word, Engagements.Word, EngagementTeams.Word, ExpenseClaims.Word,
        Invoices.Word, Opportunities.Word, PeopleOnAccount.Word, StatementsOfWork.Word, Timesheets.Word,
    ];

    public static ImmutableArray<Anchor> Anchors { get; } = [DueDate.Word, MonthEnd.Word, ProjectStart.Word, WeekEnd.Word, WorkStart.Word];

    public static ImmutableArray<Event> Events { get; } =
    [
        Approved.Word, DataMappingClosed.Word, Paid.Word,
        DocumentSteps.AgreedByBoard, DocumentSteps.Recorded, DocumentSteps.ReviewedByLegal, DocumentSteps.SignedByAll,
    ];

    public static ImmutableArray<Amount> Amounts { get; } = [BillableValue.Word, InvoicedNet.Word];

    public static ImmutableArray<Figure> Figures { get; } =
    [
        Utilisation.Word, DevelopmentTime.Word, SharePaidOnTime.Word, Burn.Word, Burn.AheadOfTime, Burn.Forecast, Growth.Word, Margin.Word,
        LeadAttendance.Word, ChangesOfLead.Word, RelationshipDepth.ActiveProjects, RelationshipDepth.StakeholdersEngaged, RelationshipDepth.CustomerUnits,
        Surveyed.Satisfaction, Surveyed.EngagementScore, Surveyed.ShareWhoAnswered, Surveyed.CapabilitiesEngaged,
    ];

    public static ImmutableArray<Target> Targets { get; } = [AccountTargets.Growth, AccountTargets.Margin];

    public static ImmutableArray<Trait> Traits { get; } = [Importance.Word];
}
