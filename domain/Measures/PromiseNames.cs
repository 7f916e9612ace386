namespace Plumbline.Domain.Measures;

/// <summary>The five promises by the names that tables and people use.</summary>
public static class PromiseNames
{
    public static string Name(this IPromise promise) => promise switch
    {
        Deadline => "deadline",
        Cadence => "cadence",
        Threshold => "threshold",
        Coverage or DayCoverage or DocumentCoverage => "coverage",
        Agreement => "agreement",
        _ => throw new ArgumentException($"{promise.GetType().Name} is not one of the five promises", nameof(promise)),
    };
}
