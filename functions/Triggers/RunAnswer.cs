namespace Plumbline.Functions.Triggers;

/// <summary>The answer to who asked for a run.</summary>
/// <param name="Run">Its id, under which <c>runs</c> says what became of it.</param>
public sealed record RunAnswer(string Run);
