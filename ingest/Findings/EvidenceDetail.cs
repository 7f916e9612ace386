namespace Plumbline.Ingest.Findings;

/// <summary>How much of a finding's evidence is written: a table's column has a limit.</summary>
public enum EvidenceDetail
{
    Whole,

    /// <summary>The finding's own failing rows are counted, not named.</summary>
    CountedRows,

    /// <summary>No text of a fact: rows are counted, and neither the values compared nor the remedy are written.</summary>
    Brief,
}
