using System.Globalization;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>Refusals that the service would give and the emulator does not, made here in the service's shape.</summary>
internal static class TableFault
{
    public static RequestFailedException TooManyProperties() =>
        BadRequest(TableErrorCode.TooManyProperties, "The entity contains more properties than allowed. Each entity can include up to 252 properties to store data.");

    public static RequestFailedException PropertyNameInvalid(string name) =>
        BadRequest(TableErrorCode.PropertyNameInvalid, $"The property name is invalid: '{name}' is not a C# identifier.");

    public static RequestFailedException PropertyNameTooLong() =>
        BadRequest(TableErrorCode.PropertyNameTooLong, "The property name exceeds the maximum allowed length (255).");

    public static RequestFailedException PropertyValueTooLarge() =>
        BadRequest(TableErrorCode.PropertyValueTooLarge, "The property value exceeds the maximum allowed size (64KB).");

    public static RequestFailedException EntityTooLarge() =>
        BadRequest(TableErrorCode.EntityTooLarge, "The entity is larger than the maximum allowed size (1MB).");

    public static RequestFailedException KeyTooLarge(string key) =>
        BadRequest(TableErrorCode.KeyValueTooLarge, $"The value specified for {key} exceeds the maximum allowed size (1,024 characters).");

    public static RequestFailedException OutOfRange(string name, string value) =>
        BadRequest(TableErrorCode.OutOfRangeInput, $"The '{name}' parameter of value '{value}' is out of range.");

    public static RequestFailedException PageTooLarge(int size) =>
        BadRequest(TableErrorCode.InvalidInput, $"One of the request inputs is not valid: $top is {size}, and a page has at most 1,000 rows.");

    public static RequestFailedException DifferentPartitions() =>
        BadRequest(TableErrorCode.CommandsInBatchActOnDifferentPartitions, "All commands in a batch must operate on same entity group.");

    /// <summary>The refusal of a transaction for one of its actions.</summary>
    public static TableTransactionFailedException InTransaction(RequestFailedException fault, int index)
    {
        var told = new RequestFailedException(fault.Status, $"{index}:{fault.Message}", fault.ErrorCode, fault.InnerException);
        told.Data[TableTransactionFailedException.FailedIndex] = index.ToString(CultureInfo.InvariantCulture);
        return new(told);
    }

    private static RequestFailedException BadRequest(TableErrorCode code, string message) => new(400, message, code.ToString(), innerException: null);
}
