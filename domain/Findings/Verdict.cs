namespace Plumbline.Domain.Findings;

/// <summary>What a measure says of one subject and occasion, on the day judged.</summary>
public enum Verdict
{
    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Done, but after it was due: counts against the score, raises nothing.</summary>
    MetLate,

    /// <summary>The time has not come.</summary>
    NotDue,

    /// <summary>Inside the warning window and not done.</summary>
    AtRisk,

    /// <summary>The time has passed and it is not done.</summary>
    Breached,

    /// <summary>The facts to judge by are missing, stale or refused; the finding's reason says which.</summary>
    Unknown,

    /// <summary>An approved exception covers it; never counted as met.</summary>
    Excepted,

    /// <summary>The measure does not apply to this subject now.</summary>
    NotApplicable,
}

/// <summary>Verdicts as they are written for people, files and tables.</summary>
public static class Verdicts
{
    public static readonly IReadOnlyList<string> Names =
        ["met", "met late", "not due", "at risk", "breached", "unknown", "excepted", "not applicable"];

    public static string Name(this Verdict verdict) => Names[(int)verdict];

    /// <summary>Whether somebody should look: at risk, breached or unknown. These are kept beyond the look-back.</summary>
    public static bool IsOpen(this Verdict verdict) => verdict is Verdict.AtRisk or Verdict.Breached or Verdict.Unknown;
}
