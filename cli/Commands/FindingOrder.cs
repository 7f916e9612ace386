using Plumbline.Domain.Findings;

namespace Plumbline.Cli.Commands;

/// <summary>Ordinally by measure, account, subject, occasion: the identity of a finding.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static FindingOrder Instance { get; } = new();

    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        int order = string.CompareOrdinal(x.Measure, y.Measure);
        order = order != 0 ? order : string.CompareOrdinal(x.Account.Value, y.Account.Value);
        order = order != 0 ? order : string.CompareOrdinal(x.Subject, y.Subject);
        return order != 0 ? order : string.CompareOrdinal(x.Occasion, y.Occasion);
    }
}
