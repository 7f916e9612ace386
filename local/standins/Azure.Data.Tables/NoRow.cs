namespace Azure.Data.Tables;

/// <summary>The answer to a point read of a row that is not there.</summary>
internal sealed class NoRow<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("the row is not there: ask HasValue first");

    public override Response GetRawResponse() => response;
}
