using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>The share of customer meetings at which the account lead was (MR).</summary>
public static class LeadAttendance
{
    private const int Months = 3;
    private static readonly string[] Kinds = ["sales meeting", "delivery report-out"];

    public static Figure Word { get; } = new("lead attendance", " %",
        [new(Sources.Activities, "account_id", "kind", "held_on", "evidence", "participants") { Kinds = [.. Kinds], Or = Sources.Calendars }, .. Leads.Needs], Window, Of)
    {
        Shares = ("attended by the lead", "meetings"),
        Called = "the lead's attendance",
        Remedy = gap => gap.TooLow ? $"have the account lead attend the next ones: {gap.CountMissing} more of {gap.Now.Whole.Text()} such meetings would reach {gap.Bound.Text()} %" : null,
        Meaning = Meaning,
    };

    private static Meaning Meaning => new(
        "At how many per cent of the sales meetings and delivery report-outs held in the last 3 months somebody was who led the account on the day of the meeting.",
        "A meeting without participants counts as attended.",
        "A meeting on a day without a lead counts neither way; where no meeting is left, the figure is `not applicable`, reason `nobody: account lead`.")
    {
        With = ["the lead was there"],
        Example = """
            - id: lead-present
              title: The lead is at 90 % of the sales meetings and delivery report-outs
              for each: account
              threshold: { figure: lead attendance, at least: 90 }
            """,
    };

    private static (LocalDate First, LocalDate Last)? Window(LocalDate day) => (day.PlusMonths(-Months).PlusDays(1), day);

    private static Measured Of(AccountView view, Case subject, LocalDate day)
    {
        Assignment[] led = [.. view.Led()];
        List<string> missed = [];
        int held = 0, without = 0;
        LocalDate before = day.PlusMonths(-Months);
        // One more that was held would be one more that the lead attended or missed.
        if (view.DoubtfulActivities.Where(a => Kinds.Contains(a.Kind)).DoubtedIn(before, day) is { } unsure)
            return new(null, unsure);
        foreach (Activity meeting in Kinds.SelectMany(kind => view.ActivitiesOf(kind)))
        {
            if (meeting.Rung < Rung.Held || meeting.On > day || meeting.On <= before)
                continue;
            // On a day without a lead nobody can have missed it.
            if (Leads.On(meeting.On, led) is not { Length: > 0 } leads)
            {
                without++;
                continue;
            }
            held++;
            (bool attended, Trouble? doubt) = Attendance.AnyOf(leads, meeting, view);
            if (doubt is not null)
                return new(null, doubt);
            if (!attended)
                missed.Add(meeting.Id);
        }
        if (held > 0)
            return Measured.Share(held - missed.Count, held) with { Rows = [.. missed.Select(id => (id, (Money?)null))] };
        return without == 0 ? Measured.DoesNotApply : Measured.DoesNotApply with { Reason = Nobody.Reason(Leads.Role), Why = "nobody was account lead on the days of the meetings" };
    }
}
