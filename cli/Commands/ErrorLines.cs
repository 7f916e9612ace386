using System.Globalization;
using System.Text;

namespace Plumbline.Cli.Commands;

/// <summary>What is said beside the findings, a message a line: arguments and the names of files in it may hold what a terminal would obey.</summary>
internal sealed class ErrorLines(TextWriter to) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => to.Encoding;

    public override void WriteLine(string? value) => to.WriteLine(OneLine.Of(value ?? ""));

    public override void Write(char value) => throw new NotSupportedException("only whole lines are written");
}
