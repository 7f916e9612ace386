namespace Plumbline.Domain.Findings;

/// <summary>Why a finding is <c>unknown</c>: codes that other programs may rely on.</summary>
public static class Reasons
{
    /// <summary>A source that the measure needs is not there.</summary>
    public const string SourceMissing = "source_missing";

    /// <summary>A source that the measure needs could not be used, or lacks a column that it needs.</summary>
    public const string SourceRefused = "source_refused";

    /// <summary>A source is older than its limit, or stood still before the promise was due.</summary>
    public const string SourceStale = "source_stale";

    /// <summary>A complete source came with far fewer rows than the last time.</summary>
    public const string SourceShrunk = "source_shrunk";

    /// <summary>Rows that name this subject or account could not be used.</summary>
    public const string RowsQuarantined = "rows_quarantined";

    /// <summary>Rows of a source name accounts or engagements that the register does not know, and none of them is known to be this account's.</summary>
    public const string IdentityUnmatched = "identity_unmatched";

    /// <summary>The days fall in a year whose bank holidays are not known.</summary>
    public const string HolidaysUnknown = "holidays_unknown";

    /// <summary>Amounts that would have to be compared are in different currencies.</summary>
    public const string CurrencyDiffers = "currency_differs";

    /// <summary>A figure cannot be computed because one of its parts is not known.</summary>
    public const string FigureIncomplete = "figure_incomplete";

    /// <summary>The day that the promise counts from is not given.</summary>
    public const string AnchorMissing = "anchor_missing";
}
