using System.Linq.Expressions;

namespace Azure.Data.Tables;

/// <summary>Writes a predicate as a filter: comparisons of a column with a value, joined by and, or, not.</summary>
internal static class ODataExpression
{
    public static string Filter(LambdaExpression predicate) => Write(predicate.Body, predicate.Parameters[0]);

    private static string Write(Expression node, ParameterExpression row) => node switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both => $"({Write(both.Left, row)}) and ({Write(both.Right, row)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either => $"({Write(either.Left, row)}) or ({Write(either.Right, row)})",
        BinaryExpression comparison => Compare(comparison, row),
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Write(not.Operand, row)})",
        UnaryExpression { NodeType: ExpressionType.Convert } converted => Write(converted.Operand, row),
        _ when Column(node, row) is { } column => $"{column} eq true",
        _ => throw Unknown(node),
    };

    private static string Compare(BinaryExpression comparison, ParameterExpression row)
    {
        (Expression left, Expression right) = (comparison.Left, comparison.Right);

        // row.RowKey.CompareTo("x") >= 0 and string.Compare(row.RowKey, "x") >= 0 compare the two.
        if (Plain(left) is MethodCallExpression { Method.Name: "CompareTo" or "Compare" or "CompareOrdinal" } call && Value(right) is 0)
        {
            (left, right) = call.Object is null ? (call.Arguments[0], call.Arguments[1]) : (call.Object, call.Arguments[0]);
        }

        return (Column(left, row), Column(right, row)) switch
        {
            ({ } column, null) => $"{column} {Operator(comparison, comparison.NodeType)} {Literal(left, right)}",
            (null, { } column) => $"{column} {Operator(comparison, Mirrored(comparison.NodeType))} {Literal(right, left)}",
            _ => throw Unknown(comparison),
        };
    }

    // The compiler compares an enum's number; the column holds its name.
    private static string Literal(Expression column, Expression value)
    {
        Type type = Plain(column).Type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        object? literal = Value(value);
        return ODataLiteral.Of(type.IsEnum && literal is not null and not Enum ? Enum.ToObject(type, literal) : literal);
    }

    private static string? Column(Expression node, ParameterExpression row) => Plain(node) switch
    {
        MemberExpression { Member.Name: "Value" } inner when Nullable.GetUnderlyingType(inner.Expression?.Type ?? typeof(void)) is not null && inner.Expression is { } nullable => Column(nullable, row),
        MemberExpression member when member.Expression == row => row.Type == typeof(Models.TableItem) ? "TableName" : member.Member.Name,
        MethodCallExpression { Method.Name: "get_Item" or "GetString" or "GetBoolean" or "GetInt32" or "GetInt64" or "GetDouble" or "GetGuid" or "GetDateTime" or "GetDateTimeOffset" or "GetBinary" or "GetBinaryData" } get
            when get.Object == row => Value(get.Arguments[0]) as string,
        _ => null,
    };

    private static Expression Plain(Expression node) => node is UnaryExpression { NodeType: ExpressionType.Convert } converted ? Plain(converted.Operand) : node;

    private static object? Value(Expression node) =>
        node is ConstantExpression constant ? constant.Value : Expression.Lambda<Func<object?>>(Expression.Convert(node, typeof(object))).Compile(preferInterpretation: true)();

    private static string Operator(Expression node, ExpressionType type) => type switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        _ => throw Unknown(node),
    };

    private static ExpressionType Mirrored(ExpressionType type) => type switch
    {
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        _ => type,
    };

    private static NotSupportedException Unknown(Expression node) => new($"the Table service's filters cannot say: {node}");
}
