using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>What the day judged does not know.</summary>
public static class WhatIsKnown
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("what is not known yet", new(
            "An item, escalation, risk or decision dated after the day judged does not exist yet: an item by its `anchor_on` (blank: known) and never by its `due_on`.",
            "What was done by the day judged exists, whatever its anchor.",
            "A document exists from its `recorded_on` (blank: known), never by its `starts_on`.")
        {
            With = ["done", "recorded"],
            Example = """
                - id: escalations-heard
                  title: Escalations are acknowledged within a working day
                  for each: escalation
                  deadline: { done: done, within: 1 working day, after: date raised }
                """,
        })
        {
            Needs = [new(Sources.Items, "anchor_on", "done_on"), new(Sources.Documents, "recorded_on")],
        },
        new("overwritten states", new(
            "A state that a file overwrites (`updated_on`) and that is dated after the day judged hides what was true: the finding is `unknown(anchor_missing)`, and the start never takes its place.",
            "This holds for Cadences of `record updated`; other measures take the row as it is.",
            "Of an opportunity in two systems, the other system's date decides if it still holds.")
        {
            With = ["record updated"],
            Example = """
                - id: psa-up-to-date
                  title: The PSA record of each engagement is updated every 7 days
                  for each: active engagement
                  cadence: { activity: record updated, every: 7 days }
                  stale after: 10 days
                """,
        })
        {
            Needs = [new(Sources.Engagements, "updated_on"), new(Sources.Opportunities, "updated_on")],
        },
    ];
}
