using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The client's retries and transport, and the version of the protocol it speaks.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) => Version = serviceVersion switch
    {
        ServiceVersion.V2019_02_02 => "2019-02-02",
        ServiceVersion.V2020_12_06 => "2020-12-06",
        _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, "not a version of the Table service"),
    };

    internal string Version { get; }

    // The underscores are the package's own.
#pragma warning disable CA1707
    /// <summary>Versions of the Table service's protocol.</summary>
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }
#pragma warning restore CA1707
}
