namespace Plumbline.Cli.Commands;

/// <summary>Writes what two policies differ in, one after the other.</summary>
internal interface IDifferencesWriter : IDisposable
{
    void Write(Difference difference);

    /// <summary>After the last one.</summary>
    void End();
}
