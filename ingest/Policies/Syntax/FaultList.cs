using System.Collections.Immutable;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>The faults found in one file so far. They end with a word of warning where a file has more than anybody reads.</summary>
internal sealed class FaultList(string file)
{
    private const int Most = 200;

    private readonly HashSet<PolicyFault> _faults = [];

    public bool IsEmpty => _faults.Count == 0;

    public void Add(Place at, string message, string? suggestion = null)
    {
        if (_faults.Count < Most)
            _faults.Add(new(file, at.Line, at.Column, message, suggestion));
        else if (_faults.Count == Most)
            _faults.Add(new(file, int.MaxValue, 0, "", null));
    }

    public void AddAll(FaultList others)
    {
        foreach (PolicyFault fault in others._faults)
            Add(new(fault.Line, fault.Column), fault.Message, fault.Suggestion);
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<PolicyFault> InOrder() =>
        [.. _faults.OrderBy(f => f.Line).ThenBy(f => f.Column).Select(f => f.Line == int.MaxValue ? Beyond : f)];

    private PolicyFault Beyond => new(file, 0, 0, $"has more than {Most} faults; the rest is not listed", null);
}
