namespace Plumbline.Cli.Tests.Sample;

/// <summary>The sample firms of several days, each written once and only read by the tests.</summary>
public sealed class SampleFirms : IDisposable
{
    private readonly Dictionary<string, SampleFiles> _firms = [];

    internal SampleFiles On(string today)
    {
        if (!_firms.TryGetValue(today, out var firm))
        {
            _firms.Add(today, firm = new SampleFiles(today));
        }

        return firm;
    }

    public void Dispose()
    {
        foreach (var firm in _firms.Values)
        {
            firm.Dispose();
        }
    }
}
