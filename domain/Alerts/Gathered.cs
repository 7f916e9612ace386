using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Alerts;

/// <summary>What an alert of several findings says: the sentence of the worst, then how many more there are and how far back they go; and what would mend them all.</summary>
internal static class Gathered
{
    private const string Place = "\0";
    private const int Shown = 3;

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
        (string Id, string Order, bool IsNamed)[] all = [.. open.Where(f => f.Remedy is not null).Select(f => Named(f.Case, f.Remedy ?? "")).DistinctBy(o => o.Order)];
        if (all.Length < 2)
            return all.Select(o => o.Order).FirstOrDefault();
        string[] alike = [.. all.Select(o => o.Order.Replace(o.Id, Place, StringComparison.Ordinal)).Distinct()];
        if (alike is [var order] && order.Count(Place[0].Equals) == 1)
            return order.Replace(Place, Phrases.Any([.. all.Select(o => o.Id)], "and"), StringComparison.Ordinal);
        int named = all.Length <= Shown + 1 ? all.Length : Shown;
        string more = named == all.Length ? "" : $"; and {all.Length - named} more alike";
        return string.Join("; ", all.Take(named).Select(o => o.IsNamed ? o.Order : $"{o.Id}: {o.Order}")) + more;
    }

    /// <summary>An order may say itself what, or whom, it is for.</summary>
    private static (string Id, string Order, bool IsNamed) Named(Case of, string order) =>
        (of.RowId, order, order.Contains(of.RowId, StringComparison.Ordinal) || (of.Person is { } person && order.Contains(person.Value, StringComparison.Ordinal)));
}
