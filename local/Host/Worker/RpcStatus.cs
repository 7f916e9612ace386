using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Worker;

/// <summary>A worker's description of an outcome, as text.</summary>
internal static class RpcStatus
{
    /// <exception cref="HostException">It failed; the message says what, and why.</exception>
    public static void Require(this StatusResult? result, string what)
    {
        if (result is not { Status: StatusResult.Types.Status.Success })
        {
            throw new HostException($"{what}: {Describe(result?.Exception)}");
        }
    }

    public static string Describe(RpcFault? fault)
    {
        if (fault is null)
        {
            return "the worker does not say why";
        }

        string type = fault.Type.Length == 0 ? "" : $"{fault.Type}: ";
        string stack = fault.StackTrace.Length == 0 ? "" : $"\n{fault.StackTrace}";
        return $"{type}{fault.Message}{stack}";
    }
}
