namespace Plumbline.Cli.Commands;

/// <summary>Judges views and writes what is found, without holding all findings at once.</summary>
internal interface IFindingsWriter
{
    void Write(Tally tally, StepClock clock, CancellationToken cancellationToken);
}
