using System.Collections.Immutable;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Measures.Populations;
using Plumbline.Domain.Measures.Traces;
using Plumbline.Domain.Measures.Traits;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests;

/// <summary>Relationship, commercial and strategy, delivery.</summary>
internal static class MeasuresOfTheCustomer
{
    private static readonly Choice Strategic = new(Importance.Word, ["strategic"]);

    public static readonly ImmutableArray<Measure> All =
    [
        MeasuresOfMoney.Quarterly("satisfaction-survey", "The customer's satisfaction is asked for every quarter", "satisfaction survey", Severity.Medium),
        MeasuresOfMoney.Quarterly("relationship-review", "The relationship is reviewed every quarter", "relationship review"),
        new("delivery-report", "A delivery report is sent every 2 weeks", ActiveEngagements.Word, new Cadence(["delivery report"]) { Rolling = new(2, SpanUnit.Weeks) }),
        MeasuresOfMoney.Quarterly("stakeholder-map", "The stakeholder map is updated every quarter", "stakeholder map"),
        MeasuresOfMoney.Quarterly("value-add", "Something of value beyond the contract is offered every quarter", "value add"),
        new("stakeholder-coverage", "Each stakeholder role of the customer is met every 3 months", Choice.Of(StakeholderRoles.Word, [new(Stakeholder.Word, Stakeholder.Word.Values)]),
            new Cadence([]) { Rolling = new(3, SpanUnit.Months) }),
        MeasuresOfMoney.Quarterly("strategy-canvas", "The strategy canvas is reviewed every quarter", "strategy canvas"),
        MeasuresOfMoney.Quarterly("account-plan", "The account plan is revised every quarter", "account plan", Severity.Medium),
        new("account-plan-exists", "A one-year plan and a three-year mission exist", Accounts.Word, new DocumentCoverage(["account plan", "mission"])),
        new("plan-contributions", "Each member of the core team of a strategic account contributes to the plan every 3 months",
            Choice.Of(RoleHolders.Word, [Strategic, new(RoleHeld.Word, ["core"])]), new Cadence(["plan contribution"]) { Rolling = new(3, SpanUnit.Months) }) { Severity = Severity.Low },
        new("opportunities-moving", "Each open opportunity is updated every 30 days", OpenOpportunities.Word,
            new Cadence([]) { Trace = RecordUpdated.Word, Rolling = 30.Days() }) { Severity = Severity.Low, AlertPer = AlertPer.Account },
        new("quality-review", "The quality of delivery is reviewed every quarter", ActiveEngagements.Word,
            new Cadence(["quality review"]) { Period = Every.Quarter }) { Warn = 5.WorkingDays() },
        new("risks-current", "Each open risk or issue is reviewed every 2 weeks", OpenRisks.Word,
            new Cadence(["risk review"]) { Rolling = new(2, SpanUnit.Weeks) }) { AlertPer = AlertPer.Account },
        new("risk-owned", "Each open risk or issue has an owner", OpenRisks.Word, new Coverage(["owner"], 1, Exactly: false)) { AlertPer = AlertPer.Account },
        new("risk-actions", "Actions on risks are done by their dates", OwedItems.RiskActions,
            new Deadline(new([Done.Word]), 0.Days(), Before: true, DueDate.Word)) { AlertPer = AlertPer.Account },
        new("escalations-answered", "Escalations are acknowledged within a working day", OwedItems.Escalations,
            new Deadline(new([Done.Word]), 1.WorkingDays(), Before: false, DateRaised.Word)) { Severity = Severity.Critical },
        new("roadmap-reviewed", "The roadmap is reviewed every month", Accounts.Word, new Cadence(["roadmap review"]) { Period = Every.Month }) { Warn = 5.WorkingDays(), Severity = Severity.Low },
        new("people-movements", "The account lead attends the people movements meeting every 2 weeks", Accounts.Word,
            new Cadence(["people movements"]) { Rolling = new(2, SpanUnit.Weeks), OfRole = "account lead" }) { Severity = Severity.Low },
    ];
}
