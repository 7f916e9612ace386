namespace Plumbline.Domain.Findings;

/// <summary>How bad a broken promise is.</summary>
public enum Severity { Low, Medium, High, Critical }

/// <summary>Which open findings of a measure and account share an alert.</summary>
public enum AlertPer { SubjectAndOccasion, Subject, Occasion, Account }

/// <summary>What alerts need to know of a measure; the measure itself they never see.</summary>
/// <param name="OnOld">Whether findings due before the firm's <c>watch from</c> day open alerts too.</param>
public sealed record AlertTerms(string Measure, string Title, Severity Severity, AlertPer Per, bool OnOld)
{
    /// <summary>The key that findings of one alert share. An occasion never holds a tilde, so that no two keys meet.</summary>
    public string KeyOf(string subject, string occasion) => Per switch
    {
        AlertPer.SubjectAndOccasion => $"{subject}~{occasion}",
        AlertPer.Subject => subject,
        AlertPer.Occasion => occasion,
        _ => "",
    };
}
