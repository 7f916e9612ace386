using System.Collections.Immutable;

namespace Plumbline.Domain.Findings;

/// <summary>Why a finding is <c>unknown</c>: a code that other programs may rely on, what it means, and what a person does about it.</summary>
public sealed record Reason(string Code, string Meaning, string Remedy);

/// <summary>Every reason there is; an alert never bears one, for what is unknown opens none (law 1f).</summary>
public static class Reasons
{
    public const string SourceMissing = "source_missing";
    public const string SourceRefused = "source_refused";
    public const string SourceStale = "source_stale";
    public const string SourceShrunk = "source_shrunk";
    public const string SourceEmpty = "source_empty";
    public const string RowsQuarantined = "rows_quarantined";
    public const string IdentityUnmatched = "identity_unmatched";
    public const string HolidaysUnknown = "holidays_unknown";
    public const string CurrencyDiffers = "currency_differs";
    public const string FigureIncomplete = "figure_incomplete";
    public const string AnchorMissing = "anchor_missing";

    /// <summary>In the order in which a person would look: the files, their rows, what the rows say.</summary>
    public static ImmutableArray<Reason> All { get; } =
    [
        new(SourceMissing, "A source that the measure needs is not there.", "deliver the source that is named, or take the measure out of the policy"),
        new(SourceRefused, "A source that the measure needs could not be used, or lacks a column that it needs.", "mend what is said of the source, and export it again"),
        new(SourceStale, "A source is older than its limit, or stood still before the promise was due.", "export the source again, as of a later day"),
        new(SourceShrunk, "A complete source came with far fewer rows than the last time.", "see why rows are gone: export the source again, whole, or accept the reading"),
        new(SourceEmpty, "A source has a header line and no row.", "export the source again, whole, or list it under 'may be empty' where the firm is described"),
        new(RowsQuarantined, "Rows that name this subject or account could not be used.", "mend what is named where it is kept, and export that file again"),
        new(IdentityUnmatched, "Rows name an account, an engagement or a participant that the register does not know, and may be this account's.", "enter who or what the rows name in the register, or mend the rows"),
        new(HolidaysUnknown, "The days fall in a year whose bank holidays are not known.", "add the bank holidays of that year to the policy's holidays"),
        new(CurrencyDiffers, "Amounts that would have to be compared are in different currencies.", "give the amounts in one currency where they are kept"),
        new(FigureIncomplete, "A figure cannot be computed because one of its parts is not known.", "give what is missing where it is kept, and export that file again"),
        new(AnchorMissing, "The day that the promise counts from is not given.", "give the day where it is kept, and export that file again"),
    ];

    /// <summary>Null for what is no reason for not knowing.</summary>
    public static Reason? Of(string? code)
    {
        foreach (Reason reason in All)
            if (reason.Code == code)
                return reason;
        return null;
    }
}
