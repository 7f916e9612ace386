using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Alerts;

/// <summary>What an alert of several findings says: the sentence of the worst, then how many more there are and how far back they go.</summary>
internal static class Gathered
{
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
        string named = occasion.Contains("-W", StringComparison.Ordinal) ? $"week {occasion}" : occasion;
        return others.Count == 1 || others.All(f => f.Occasion == worst.Occasion) ? $" of {named}" : $", the oldest of {named}";
    }
}
