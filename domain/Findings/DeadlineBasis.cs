using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Deadline compared.</summary>
/// <param name="Anchor">The day it counts from.</param>
/// <param name="AnchorName">What that day is: <c>month end</c>.</param>
/// <param name="Terms">The time allowed, as <c>3 working days after month end</c>.</param>
/// <param name="Phrase">What must happen, as a participle.</param>
public sealed record DeadlineBasis(LocalDate? Anchor, string AnchorName, string Terms, string Phrase) : IBasis
{
    public LocalDate? DoneOn { get; init; }

    /// <summary>What has not happened yet, as a participle; null where everything has.</summary>
    public string? Missing { get; init; }

    public string? WouldTurnGreen { get; init; }

    /// <summary>Where it is a share of an amount that is to be reached.</summary>
    public ShareReached? Share { get; init; }

    /// <summary>What it happens to, where that is not the subject itself: <c>data mapping</c>, <c>document SOW-7</c>.</summary>
    public string? Thing { get; init; }

    public string Sentence(Finding finding) => Thing is null ? Told(finding) : $"{Thing} {Told(finding)}";

    private string Told(Finding finding) => finding.Verdict switch
    {
        Verdict.Met when Share?.Hours is var (whole, reached) => $"{Phrase}: {reached.Text()} of {whole.Text()} hours by {DoneOn?.InWords()}, in time for {finding.Due?.InWords()}.",
        Verdict.Met when DoneOn is null => $"{Phrase}, on a day that its source does not give.",
        Verdict.Met when finding.Due is null => $"{Phrase} on {DoneOn?.InWords()}; by which day it was due is not known.",
        Verdict.Met => $"{Phrase} on {DoneOn?.InWords()}, in time for {finding.Due?.InWords()}.",
        Verdict.MetLate => $"{Phrase} on {DoneOn?.InWords()}; it was {ToBeBy(finding)}.",
        Verdict.NotDue when finding.Due is null => $"to be {Phrase}; by which day cannot be told yet.",
        Verdict.NotDue => $"to be {Phrase} by {finding.Due?.InWords()}.",
        Verdict.AtRisk => $"not yet {Missing}{Amount(finding)}; it is {ToBeBy(finding)}.",
        _ => $"not {Missing}{Amount(finding)}; it was {ToBeBy(finding)}.",
    };

    /// <summary>With what it counts from, unless that is the day itself.</summary>
    private string ToBeBy(Finding finding)
    {
        bool ofDueDate = Terms.EndsWith("due date", StringComparison.Ordinal);
        // That it was due on its due date goes without saying.
        if (finding.Due == Anchor)
            return ofDueDate ? $"due on {Anchor?.InWords()}" : $"due on {Anchor?.InWords()}, {Terms}";
        // Nothing is due so many days after its due date, in a reader's ear.
        return $"{(ofDueDate ? $"to be {Phrase} by" : "due on")} {finding.Due?.InWords()}, {Terms} ({Anchor?.InWords()})";
    }

    /// <summary>How much of it waits, in brackets, where there is an amount of anything.</summary>
    private string Amount(Finding finding)
    {
        if (Share?.Hours is null && finding.Case is { Month: null, Work.Count: > 0 })
            return $" ({Entries(finding.Case.Work)})";
        if (finding.Case.Item is not { Total: { } total } item)
            return "";
        string disputed = $"{(item.Disputed ? ", disputed" : "")}{(finding.Case.OpenCredit is { } credit ? $"; the account has {credit} of open credits" : "")}";
        string all = new Money(total, item.Currency).ToString(), waiting = Waiting(item, finding).ToString();
        return item.Kind != ItemKinds.Invoice ? $" ({all})" : waiting == all ? $" ({all} outstanding{disputed})" : $" ({waiting} of {all} outstanding{disputed})";
    }

    private static string Entries(IReadOnlyCollection<Work> work)
    {
        int all = work.Sum(w => w.Entries), waiting = work.Sum(w => w.NotApproved);
        return $"{(waiting == all ? "" : $"{waiting} of ")}{all} {(all == 1 ? "entry" : "entries")}";
    }

    public IEnumerable<Compared> Values(Finding finding)
    {
        yield return new(AnchorName, Day: Anchor);
        if (DoneOn is not null)
            yield return new("done on", Day: DoneOn);
        if (Missing is not null)
            yield return new("not done", Text: Missing);
        if (Share?.Whole is { } whole)
            yield return new("to reach", Money: whole);
        if (Share?.Reached is { } reached)
            yield return new("reached", Money: reached);
        if (Share?.Hours is var (hours, booked))
        {
            yield return new("hours to reach a share of", Number: hours) { Unit = " hours" };
            yield return new("hours reached", Number: booked) { Unit = " hours" };
        }
        if (finding.Case.Item is { Total: { } total } item)
            yield return new("amount", Money: new(total, item.Currency));
        if (finding.Case.Item is { Kind: ItemKinds.Invoice } invoice)
            yield return new("outstanding", Money: Waiting(invoice, finding));
        if (finding is { Verdict: Verdict.NotDue or Verdict.AtRisk or Verdict.Breached, Case.OpenCredit: { } credit })
            yield return new("open credits of the account", Money: credit);
        if (finding.Case.Item is { Disputed: true })
            yield return new("disputed", Text: "yes");
        if (Share?.Hours is null && finding.Case is { Month: null, Work: { Count: > 0 } work })
            yield return new("entries not approved", Number: work.Sum(w => w.NotApproved));
        if (Share?.Note is { } note)
            yield return new("note", Text: note);
    }

    public string? Remedy(Finding finding) => finding.Verdict is Verdict.AtRisk or Verdict.Breached ? WouldTurnGreen : null;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict is Verdict.AtRisk or Verdict.Breached ? FailingRows.Of([(finding.Subject, AtStake(finding))]) : FailingRows.None;

    public Money? AtStake(Finding finding)
    {
        if (Share is { Whole: { } whole, Reached: { } reached })
            return whole with { Minor = Math.Max(0, whole.Minor - reached.Minor) };
        return finding.Case.Item is { Total: not null } item ? Waiting(item, finding) : null;
    }

    /// <summary>As of the day judged: what was paid later was waited for on it.</summary>
    private static Money Waiting(Item item, Finding finding) => new(item.OutstandingOn(finding.Ground.Today), item.Currency);
}
