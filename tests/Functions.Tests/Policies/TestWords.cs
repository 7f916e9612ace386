using Plumbline.Domain.Measures;
using Plumbline.Functions.Policies;

namespace Plumbline.Functions.Tests.Policies;

/// <summary>The words of the language with nothing behind their names: all that reading a policy looks at.</summary>
internal static class TestWords
{
    public static readonly Words Small = new(
        [.. Vocabulary.Populations.Select(w => new Population(w.Name, w.Name, [], _ => []))],
        [.. Vocabulary.Anchors.Select(w => new Anchor(w.Name, [], (_, _) => null))],
        [.. Vocabulary.Events.Select(w => new Event(w.Name, w.Name, w.Name, [], (_, _) => Outcome.Not))],
        [.. Vocabulary.Amounts.Select(w => new Amount(w.Name, w.Name, w.Name, [], (_, _) => new([], true)) { InHours = w.InHours })],
        [.. Vocabulary.Figures.Select(w => new Figure(w.Name, " %", [], _ => null, (_, _) => Measured.DoesNotApply))]);
}
