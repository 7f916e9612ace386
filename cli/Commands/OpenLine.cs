using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>What a person reads of one open finding, and what it is ordered by: a finding is much larger.</summary>
/// <param name="DaysOver">Days since it was due; below zero while it is not, and zero where it has no such day.</param>
/// <param name="Owner">Who answers for it; empty where nobody is known to.</param>
/// <param name="ToDo">What would mend it; empty where nothing would.</param>
internal sealed record OpenLine(Severity Severity, Verdict Verdict, Money? AtStake, int DaysOver, string Measure, string Account, string Subject, string Occasion, string Message, string Owner, string ToDo) : IComparable<OpenLine>
{
    public static OpenLine Of(Finding finding, Severity severity, AccountView view, PeopleNames names) => new(
        severity, finding.Verdict, finding.Basis.AtStake(finding), finding.Due is { } due ? Period.DaysBetween(due, view.Today) : 0,
        finding.Measure, finding.Account.Value, finding.Subject, finding.Occasion, OneLine.Of(names.In(finding.Message)),
        OneLine.Of(names.In(Ownership.Of(view, finding.Case)?.Id ?? "")), OneLine.Of(names.In(finding.Remedy ?? "")));

    /// <summary>Worst first: by severity, breached before at risk before unknown, by the money at stake within a currency, by days over; then by what it is.</summary>
    public int CompareTo(OpenLine? other)
    {
        if (other is null)
            return -1;
        int order = other.Severity.CompareTo(Severity);
        order = order != 0 ? order : Rank(Verdict).CompareTo(Rank(other.Verdict));
        order = order != 0 ? order : CompareMoney(AtStake, other.AtStake);
        order = order != 0 ? order : other.DaysOver.CompareTo(DaysOver);
        order = order != 0 ? order : string.CompareOrdinal(Measure, other.Measure);
        order = order != 0 ? order : string.CompareOrdinal(Account, other.Account);
        order = order != 0 ? order : string.CompareOrdinal(Subject, other.Subject);
        return order != 0 ? order : string.CompareOrdinal(Occasion, other.Occasion);
    }

    private static int Rank(Verdict verdict) => verdict switch { Verdict.Breached => 0, Verdict.AtRisk => 1, _ => 2 };

    /// <summary>Currency after currency, since amounts in two cannot be compared; what no money waits on comes last.</summary>
    private static int CompareMoney(Money? one, Money? other)
    {
        if (one is not { } first || other is not { } second)
            return (one is null ? 1 : 0) - (other is null ? 1 : 0);
        int order = string.CompareOrdinal(first.Currency, second.Currency);
        return order != 0 ? order : second.Minor.CompareTo(first.Minor);
    }
}
