using System.Diagnostics;
using System.Globalization;

namespace Plumbline.Cli.Commands;

/// <summary>How long each step took, from the start of the process.</summary>
internal sealed class StepClock
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, TimeSpan> _steps = [];
    private DateTime _last = Process.GetCurrentProcess().StartTime;

    /// <summary>Gives the time since the last step to this one, adding to what it had.</summary>
    public void Step(string name)
    {
        DateTime now = DateTime.Now;
        if (!_steps.TryAdd(name, now - _last))
            _steps[name] += now - _last;
        else
            _order.Add(name);
        _last = now;
    }

    public override string ToString() =>
        string.Join(", ", _order.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} {_steps[name].TotalSeconds:0.000} s")));
}
