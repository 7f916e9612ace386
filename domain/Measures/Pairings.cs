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

/// <summary>Which words go with which: a line for each population. One that has none goes with nothing, so that no policy can use it.</summary>
public static class Pairings
{
    private static readonly ImmutableArray<Event> Steps = [DocumentSteps.ReviewedByLegal, DocumentSteps.AgreedByBoard, DocumentSteps.SignedByAll, DocumentSteps.Recorded];

    private static readonly Companions EveryEngagement = new()
    {
        Events = [DataMappingClosed.Word], Anchors = [ProjectStart.Word, WorkStart.Word], Days = [(DaysWithHours.Word, SignedStatements.Word)],
    };

    // What stands from day to day is said of those that are active alone.
    private static readonly Companions Active = EveryEngagement with
    {
        Figures = [Burn.Word, Burn.AheadOfTime, Burn.Forecast, Surveyed.Satisfaction, Surveyed.EngagementScore, Surveyed.ShareWhoAnswered],
        Traces = [RecordUpdated.Word],
        Fits = Fits.Activities | Fits.Parties | Fits.Roles | Fits.Documents,
    };

    private static readonly Companions Owed = new() { Events = [Done.Word], Anchors = [DateRaised.Word, DueDate.Word, DueWeekEnd.Word], Worths = [ItemWorth.Amount] };

    private static readonly Companions Joining =
        new() { Events = [PersonSteps.Checks, PersonSteps.Clearance, PersonSteps.Equipment, PersonSteps.RollOffPlan], Anchors = [SpellEnds.Start] };

    private static readonly Companions Person = new() { Figures = [DevelopmentTime.Word, Surveyed.EngagementScore], Fits = Fits.Activities | Fits.Parties | Fits.Person };

    private static readonly Companions Account = new()
    {
        Figures =
        [
            Utilisation.Word, SharePaidOnTime.Word, Growth.Word, Margin.Word, LeadAttendance.Word, ChangesOfLead.Word,
            RelationshipDepth.ActiveProjects, RelationshipDepth.StakeholdersEngaged, RelationshipDepth.CustomerUnits,
            Surveyed.Satisfaction, Surveyed.EngagementScore, Surveyed.ShareWhoAnswered, Surveyed.CapabilitiesEngaged,
        ],
        Fits = Fits.Activities | Fits.Parties | Fits.Roles | Fits.Documents | Fits.Systems,
    };

    private static readonly Dictionary<string, Companions> ByPopulation = new()
    {
        [AbsenceRequests.Word.Name] = new() { Events = [Decided.Word], Anchors = [Submitted.Word, WeekEnd.Word, SpellEnds.Start, SpellEnds.End] },
        [Accounts.Word.Name] = Account,
        [ActiveEngagements.Word.Name] = Active,
        [BillableMonth.Word.Name] = new() { Events = [Approved.Word], Anchors = [MonthEnd.Word], Totals = [(InvoicedNet.Word, BillableValue.Word)] },
        [Engagements.Word.Name] = EveryEngagement,
        [EngagementTeams.Word.Name] = Active,
        [ExpenseClaims.Word.Name] = new() { Events = [Approved.Word], Anchors = [Submitted.Word, WeekEnd.Word], Worths = [ItemWorth.Amount] },
        [Invoices.Word.Name] = new() { Events = [Paid.Word], Anchors = [DueDate.Word, InvoiceDate.Word], Worths = [ItemWorth.Net, ItemWorth.Outstanding, ItemWorth.Total] },
        [LegalDocuments.Word.Name] = new() { Events = Steps, Anchors = [WorkStart.Word] },
        [Movements.Joining.Name] = Joining,
        [Movements.Leaving.Name] = new() { Events = [PersonSteps.Offboarding, PersonSteps.RollOffPlan], Anchors = [SpellEnds.End] },
        [Obligations.Word.Name] = Owed,
        [OpenOpportunities.Word.Name] = new() { Traces = [RecordUpdated.Word], Fits = Fits.Roles | Fits.Records },
        [OpenRisks.Word.Name] = new() { Worths = [ItemWorth.Amount], Fits = Fits.Activities | Fits.Parties | Fits.Owner },
        [Opportunities.Word.Name] = new() { Fits = Fits.Records },
        [OwedItems.Escalations.Name] = Owed,
        [OwedItems.Milestones.Name] = Owed,
        [OwedItems.OpenRoles.Name] = Owed,
        [OwedItems.RiskActions.Name] = Owed,
        [PeopleNow.Word.Name] = Joining with { Figures = Person.Figures, Fits = Person.Fits },
        [PeopleOnAccount.Word.Name] = Person,
        [PersonWeeks.Word.Name] = new() { Anchors = [WeekEnd.Word], Totals = [(HoursBooked.Word, AvailableHours.Word)] },
        [RoleChanges.Word.Name] = new() { Events = [RoleTold.Announced, RoleTold.HandedOver], Anchors = [SpellEnds.Start], Traits = [RoleHeld.Word] },
        [RoleHolders.Word.Name] = new() { Figures = [DevelopmentTime.Word], Traits = [RoleHeld.Word], Fits = Person.Fits },
        [RoleStarts.Word.Name] = new() { Events = [RoleTold.Announced], Anchors = [SpellEnds.Start], Traits = [RoleHeld.Word] },
        [StakeholderRoles.Word.Name] = new() { Traits = [Stakeholder.Word], Fits = Fits.Activities },
        [StatementsOfWork.Word.Name] = new() { Events = Steps, Anchors = [ProjectStart.Word, WorkStart.Word] },
        [Timesheets.Word.Name] = new() { Events = [Approved.Word], Anchors = [WeekEnd.Word] },
    };

    /// <summary>What goes with the population; how important the account is, with each.</summary>
    public static Companions GoesWith(this Population population)
    {
        Companions own = ByPopulation.GetValueOrDefault(population.Name) ?? new();
        return own with { Traits = [Importance.Word, .. own.Traits] };
    }

    /// <summary>The number that each account sets for the figure; null where none does.</summary>
    public static Target? Target(this Figure figure) => figure == Growth.Word ? AccountTargets.Growth : figure == Margin.Word ? AccountTargets.Margin : null;
}
