namespace Plumbline.Functions.Tables;

/// <summary>The tables, in lower case: a name of mixed case breaks Power BI under Entra sign-in.</summary>
public static class TableNames
{
    public const string Accounts = "accounts";
    public const string Measures = "measures";
    public const string People = "people";
    public const string Findings = "findings";
    public const string Scores = "scores";
    public const string Alerts = "alerts";
    public const string Transitions = "transitions";
    public const string Ageing = "ageing";
    public const string Runs = "runs";
    public const string Sources = "sources";
    public const string Observations = "observations";

    /// <summary>Those that are for readers: the others are notes of our own.</summary>
    public static readonly IReadOnlyList<string> Results = [Accounts, Measures, People, Findings, Scores, Alerts, Transitions, Ageing, Runs, Sources];

    public static readonly IReadOnlyList<string> All = [.. Results, Observations];
}
