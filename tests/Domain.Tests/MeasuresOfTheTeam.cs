using System.Collections.Immutable;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Measures.Populations;
using Plumbline.Domain.Measures.Traits;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests;

/// <summary>Roles, team and people.</summary>
internal static class MeasuresOfTheTeam
{
    private static readonly Choice Strategic = new(Importance.Word, ["strategic"]);

    public static readonly ImmutableArray<Measure> All =
    [
        new("lead-agrees", "The PSA, the CRM and the ledger name the same account lead", Accounts.Word, Agreement.OfRole("account lead", ["psa", "crm", "ledger"])),
        new("lead-handover", "A new account lead records the handover within 10 working days", Choice.Of(RoleChanges.Word, [new(RoleHeld.Word, ["account lead"])]),
            new Deadline(new([RoleTold.HandedOver]), 10.WorkingDays(), Before: false, SpellEnds.Start)),
        new("lead-seniority", "The account lead is at the career level that the account asks for, or above", Accounts.Word,
            new Coverage(["account lead"], 1, Exactly: false) { In = "psa", With = new("lead level") }),
        new("pursuit-sales-lead", "Each open pursuit has a sales lead", OpenOpportunities.Word, new Coverage(["sales lead"], 1, Exactly: false)) { AlertPer = AlertPer.Account },
        new("role-changes-told", "The team is told of a change of a role within 5 working days", RoleChanges.Word,
            new Deadline(new([RoleTold.Announced]), 5.WorkingDays(), Before: false, SpellEnds.Start)) { Severity = Severity.Low },
        new("core-team-cadence", "The whole core team of a strategic account meets every month", Choice.Of(Accounts.Word, [Strategic]),
            new Cadence(["account team meeting"]) { Period = Every.Month, OfRole = "core" }) { Warn = 5.WorkingDays() },
        new("account-team-layers", "A strategic account has core, extended, partner and corporate roles, each named", Choice.Of(Accounts.Word, [Strategic]),
            new Coverage(["core", "extended", "partner", "corporate"], 1, Exactly: false)) { Severity = Severity.Low },
        new("succession-plan", "Each key role has a named successor, reviewed every 6 months",
            Choice.Of(RoleHolders.Word, [new(RoleHeld.Word, ["account lead", "delivery lead", "technology lead"])]),
            new Cadence(["succession plan"]) { Rolling = new(6, SpanUnit.Months), AttendedByAll = ["somebody else"], NeverIsBreached = true }),
        new("roll-off-plan", "Each person on an account has a roll-off plan within 12 months of joining it", PeopleNow.Word,
            new Deadline(new([PersonSteps.RollOffPlan]), new(12, SpanUnit.Months), Before: false, SpellEnds.Start)) { Severity = Severity.Low },
        new("onboarded", "Whoever joins an account has checks, clearance and equipment by the start", Movements.Joining,
            new Deadline(new([PersonSteps.Checks, PersonSteps.Clearance, PersonSteps.Equipment]), 0.Days(), Before: true, SpellEnds.Start)) { Severity = Severity.High },
        new("offboarded", "Whoever leaves an account is offboarded within 5 working days", Movements.Leaving,
            new Deadline(new([PersonSteps.Offboarding]), 5.WorkingDays(), Before: false, SpellEnds.End)) { Severity = Severity.High },
        new("open-roles", "Open roles are filled 10 working days before somebody is needed", OwedItems.OpenRoles,
            new Deadline(new([Done.Word]), 10.WorkingDays(), Before: true, DueDate.Word)),
        MeasuresOfMoney.Quarterly("competency-matrix", "The competency matrix is updated every quarter", "competency matrix"),
        new("account-retrospective", "The account team looks back every quarter, with nobody from outside the firm", Accounts.Word,
            new Cadence(["account retrospective"]) { Period = Every.Quarter, AttendedByNone = ["outsider"] }) { Warn = 5.WorkingDays(), Severity = Severity.Low },
        MeasuresOfMoney.Quarterly("social-event", "A social event is held every quarter", "social event"),
        new("three-minds", "Each person on an account has a three minds talk with their people lead every quarter", PeopleOnAccount.Word,
            new Cadence(["three minds"]) { Period = Every.Quarter, OfRole = "people lead" }) { Warn = 5.WorkingDays(), Severity = Severity.Low },
        new("development-plan", "The development plan of each person on an account is reviewed every 6 months", PeopleNow.Word,
            new Cadence(["development plan"]) { Rolling = new(6, SpanUnit.Months) }) { Severity = Severity.Low },
    ];
}
