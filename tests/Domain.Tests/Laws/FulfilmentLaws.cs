using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Laws;

/// <summary>One more thing done never does harm: what was met stays met, and nothing becomes worse.</summary>
public class FulfilmentLaws
{
    /// <summary>Promises of something done; a figure or a role may well be worse for one more fact.</summary>
    private static readonly HashSet<string> OfSomethingDone = [.. Law.Policy.Measures.Where(m => m.Promise is Deadline or Cadence).Select(m => m.Id)];

    private static readonly Verdict[] BestFirst = [Verdict.Met, Verdict.MetLate, Verdict.NotDue, Verdict.AtRisk, Verdict.Breached];

    [Fact]
    public void One_more_activity_does_no_harm() => Law.Holds(seed => DoesNoHarm(seed, (firm, dice) => firm with { Activities = [.. firm.Activities, Activity(firm, dice, Past(seed, dice))] }));

    [Fact]
    public void One_more_invoice_does_no_harm() => Law.Holds(seed => DoesNoHarm(seed, (firm, dice) => firm with { Items = [.. firm.Items, .. Invoices(firm, dice, Past(seed, dice))] }));

    [Fact]
    public void One_more_statement_of_work_does_no_harm() => Law.Holds(seed => DoesNoHarm(seed, (firm, dice) => firm with { Items = [.. firm.Items, Document(firm, dice, Past(seed, dice))] }));

    [Fact]
    public void One_more_thing_done_approved_or_paid_does_no_harm() => Law.Holds(seed => DoesNoHarm(seed, (firm, dice) =>
    {
        int at = firm.Items.Count == 0 ? 0 : dice.Up(firm.Items.Count - 1);
        return firm with { Items = [.. firm.Items.Select((item, i) => i == at ? Finished(item, Past(seed, dice)) : item)] };
    }));

    [Fact]
    public void One_more_timesheet_approved_does_no_harm() => Law.Holds(seed => DoesNoHarm(seed, (firm, dice) =>
    {
        int at = firm.Work.Count == 0 ? 0 : dice.Up(firm.Work.Count - 1);
        return firm with { Work = [.. firm.Work.Select((work, i) => i == at && work.NotApproved > 0 ? work with { NotApproved = 0, LatestApproval = Past(seed, dice) } : work)] };
    }));

    private static void DoesNoHarm(int seed, Func<Snapshot, Dice, Snapshot> more)
    {
        var firm = GrownFirm.From(seed);
        var after = Law.Judge(firm with { Snapshot = more(firm.Snapshot, new Dice(seed + 1)) }, Law.Policy).ToDictionary(Law.Identity);
        foreach (Finding before in Law.Judge(firm, Law.Policy).Where(f => OfSomethingDone.Contains(f.Measure)))
        {
            // What was unknown may turn out as it will; what is old and closed now is no longer produced.
            if (before.Verdict is Verdict.Unknown or Verdict.NotApplicable)
                continue;
            if (!after.TryGetValue(Law.Identity(before), out Finding? now))
                Assert.True(before.Verdict.IsOpen(), $"{before.Message} is gone");
            // Done again, it is due again: by a day that an old source does not reach, nobody is blamed.
            else if (now is { Verdict: Verdict.Unknown, Reason: Reasons.SourceStale } && now.Due > before.Due)
                continue;
            else
                Assert.True(Array.IndexOf(BestFirst, now.Verdict) is >= 0 and var rank && rank <= Array.IndexOf(BestFirst, before.Verdict), $"{before.Message} became {now.Verdict}: {now.Message}");
        }
    }

    /// <summary>A day on or before the one judged.</summary>
    private static LocalDate Past(int seed, Dice dice) => GrownFirm.From(seed).Today.PlusDays(-dice.Up(120));

    private static Activity Activity(Snapshot firm, Dice dice, LocalDate on)
    {
        Engagement engagement = dice.Of(firm.Register.Engagements);
        Person person = dice.Of([.. firm.Register.People.Values]);
        // Who should have been there with a person of whom nobody knows the people lead cannot be told.
        bool anybody = dice.Chance(50) || person.PeopleLead is null;
        return new("more", dice.Of(GrownFirm.Kinds), on, dice.Chance(50) ? Rung.Held : Rung.Confirmed, anybody ? [] : ["customer"])
        {
            Account = engagement.Account, Engagement = engagement.Id, Person = person.Id,
        };
    }

    /// <summary>In the one currency of a month's work; where the work is in several, no invoice is in the same.</summary>
    private static IEnumerable<Item> Invoices(Snapshot firm, Dice dice, LocalDate raised)
    {
        var months = firm.Work.GroupBy(w => (w.Engagement, w.Month)).Where(g => g.Select(w => w.Currency).Distinct().Count() == 1).ToArray();
        if (months.Length == 0)
            yield break;
        Work work = dice.Of(months).First();
        yield return new(ItemKinds.Invoice, "more")
        {
            Account = firm.Register.Engagements.First(e => e.Id == work.Engagement).Account, Engagement = work.Engagement, Period = work.Month, State = "open",
            Currency = work.Currency ?? "GBP", Total = dice.Up(6) * 10_000, Days = [(ItemDay.Raised, raised), (ItemDay.Due, raised.PlusDays(30))],
        };
    }

    private static Item Document(Snapshot firm, Dice dice, LocalDate done)
    {
        Engagement engagement = dice.Of(firm.Register.Engagements);
        return new(ItemKinds.Document, "more")
        {
            Account = engagement.Account, Engagement = engagement.Id, Type = "sow",
            Days = [(ItemDay.ReviewedByLegal, done), (ItemDay.AgreedByBoard, done), (ItemDay.SignedByAll, done), (ItemDay.Recorded, done)],
        };
    }

    /// <summary>Fills in the days that are blank; an invoice only where something is outstanding, for one that is not is done already.</summary>
    private static Item Finished(Item item, LocalDate on)
    {
        ItemDay[] days = item.Kind switch
        {
            ItemKinds.Invoice when item.Outstanding is not (null or 0) && item.On(ItemDay.Paid) is null => [ItemDay.Paid],
            ItemKinds.Expense => [ItemDay.Approved],
            ItemKinds.Document => [ItemDay.ReviewedByLegal, ItemDay.AgreedByBoard, ItemDay.SignedByAll, ItemDay.Recorded],
            // What is closed leaves the open ones: that is no harm, but it is gone.
            ItemKinds.Risk or ItemKinds.Issue => [],
            _ when item.On(ItemDay.Due) is not null || GrownFirm.IsStep(item.Kind) || item.Kind is ItemKinds.DataMapping or ItemKinds.Escalation => [ItemDay.Done],
            _ => [],
        };
        return item with { Outstanding = days.Contains(ItemDay.Paid) ? 0 : item.Outstanding, Days = [.. item.Days, .. days.Where(d => item.On(d) is null).Select(d => (d, on))] };
    }
}
