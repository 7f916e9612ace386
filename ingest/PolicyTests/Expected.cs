using NodaTime;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.PolicyTests;

/// <summary>What a test expects of one day.</summary>
/// <param name="Whose">A subject, or a subject and its occasion; null where the measure says one thing only.</param>
/// <param name="Verdict">As written in findings; <see cref="Nothing"/> where no finding is expected.</param>
/// <param name="Reason">Null where any will do.</param>
internal sealed record Expected(Place At, LocalDate Day, string? Whose, string Verdict, string? Reason)
{
    public const string Nothing = "nothing";

    public string InWords => Reason is null ? Verdict : $"{Verdict}({Reason})";
}
