using System.Collections.Immutable;
using NodaTime;

namespace Plumbline.Domain.Findings;

/// <summary>The reading that a finding rests on: which content, as of when.</summary>
public sealed record ReadingUsed(string Source, string? Hash, LocalDate? AsOf);

/// <summary>What every finding of a measure stands on: the clock it was judged by and the readings.</summary>
/// <param name="Zone">The firm's time zone.</param>
/// <param name="Calendar">The edition of the holiday calendar.</param>
public sealed record Ground(string Zone, string Calendar, LocalDate Today, ImmutableArray<ReadingUsed> Readings)
{
    /// <summary>The first month of the firm's financial year, 1 to 12.</summary>
    public int FinancialYearStart { get; init; } = 1;

    /// <summary>The hash of the policy that it was judged by.</summary>
    public string Policy { get; init; } = "";
}
