using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Alerts;

/// <summary>What an alert of several findings says: the sentence of the worst, then how many more there are and how far back they go; and what would mend them all.</summary>
internal static class Gathered
{
    private const string Place = "\0";
    private const int Named = 3;

    public static string Message(Finding worst, IReadOnlyCollection<Finding> others) =>
        others.Count == 0 ? worst.Message : $"{worst.Message.TrimEnd('.')}; and {Phrases.And(others.GroupBy(f => f.Case.Noun).Select(More))}{Since(worst, others)}.";

    private static string More(IGrouping<string, Finding> alike) => $"{alike.Count()} more {(alike.Count() == 1 ? alike.Key : alike.Key.Plural())}";

    private static string Since(Finding worst, IReadOnlyCollection<Finding> others)
    {
        Finding oldest = others.OrderBy(f => f.Due ?? LocalDate.MaxIsoValue).ThenBy(f => f.Occasion, StringComparer.Ordinal).First();
        // A standing condition has no occasion, nor have its like.
        if (oldest.Occasion.Length == 0)
            return "";
        string occasion = Occasions.InWords(oldest.Occasion, oldest.Ground.FinancialYearStart);
        return others.Count == 1 || others.All(f => f.Occasion == worst.Occasion) ? $" of {occasion}" : $", the oldest of {occasion}";
    }

    /// <summary>One order for all where they differ in nothing but what they are for; else those of the first few, and how many more are like them.</summary>
    /// <param name="open">Worst first.</param>
    public static string? Remedy(IEnumerable<Finding> open)
    {
        (string Id, string Order)[] all = [.. open.Where(f => f.Remedy is not null).Select(f => (f.Case.RowId, f.Remedy ?? "")).DistinctBy(o => o.Item2)];
        if (all.Length < 2)
            return all.Select(o => o.Order).FirstOrDefault();
        string[] alike = [.. all.Select(o => o.Order.Replace(o.Id, Place, StringComparison.Ordinal)).Distinct()];
        if (alike is [var order] && order.Count(Place[0].Equals) == 1)
            return order.Replace(Place, Phrases.Any([.. all.Select(o => o.Id)], "and"), StringComparison.Ordinal);
        int named = all.Length <= Named + 1 ? all.Length : Named;
        string more = named == all.Length ? "" : $"; and {all.Length - named} more alike";
        return string.Join("; ", all.Take(named).Select(o => o.Order.Contains(o.Id, StringComparison.Ordinal) ? o.Order : $"{o.Id}: {o.Order}")) + more;
    }
}
