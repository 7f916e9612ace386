namespace Plumbline.Local.Running;

/// <summary>What was asked of the program without a command.</summary>
/// <param name="Home">null for the usual place.</param>
/// <param name="Exports">A folder of the user's own; null for the sample firm.</param>
/// <param name="Policy">null for the shipped one.</param>
/// <param name="App">The folder of a published app; null for the functions that were built with this program.</param>
/// <param name="Force">Writes the sample anew, whatever was changed in it.</param>
internal sealed record LocalRunRequest(int Port, bool Once, string? Home, string? Exports, string? Policy, string? App, bool Force);
