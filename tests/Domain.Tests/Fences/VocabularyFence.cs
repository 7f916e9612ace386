using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Fences;

/// <summary>The analyzer sees what the domain does; this sees what it says: no type of it mentions a clock, chance, a thread, a file or a network.</summary>
public class VocabularyFence
{
    private static readonly string[] Namespaces = ["System.Threading", "System.IO", "System.Net"];
    private static readonly string[] Types = ["System.DateOnly", "System.TimeOnly", "System.TimeProvider", "System.Random", "NodaTime.IClock", "NodaTime.SystemClock"];

    [Fact]
    public void No_type_of_the_domain_says_what_it_may_not() => Assert.Empty(Offences(typeof(Finding).Assembly.DefinedTypes));

    [Fact]
    public void The_fence_sees_a_field_a_signature_a_local_and_a_generic_argument() =>
        Assert.Equal(["Bad.Field says DateTime", "Bad.Local says DateOnly", "Bad.Nested says Task`1", "Bad.Signature says Random"], Offences([typeof(Bad)]).Distinct().Order());

    private static IEnumerable<string> Offences(IEnumerable<Type> types) =>
        from each in Mentions.Of(types)
        where IsRefused(each.Mentioned)
        select $"{each.Where} says {each.Mentioned.Name}";

    private static bool IsRefused(Type type) =>
        $"{type.Namespace}.{type.Name}" is var name
        && (name.StartsWith("System.DateTime", StringComparison.Ordinal) || Types.Contains(name)
            || Namespaces.Any(n => type.Namespace == n || type.Namespace?.StartsWith(n + ".", StringComparison.Ordinal) == true));

    private sealed class Bad
    {
        internal static readonly DateTime Field = DateTime.MinValue;

        internal static string Local()
        {
            DateOnly day = DateOnly.FromDayNumber(1);
            return $"{day.AddDays(1)}{day}";
        }

        internal static void Signature(Random random) => ArgumentNullException.ThrowIfNull(random);

        internal static void Nested(IReadOnlyList<Task<int?>[]> tasks) => ArgumentNullException.ThrowIfNull(tasks);
    }
}
