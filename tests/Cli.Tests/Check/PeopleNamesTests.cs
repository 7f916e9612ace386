using Plumbline.Cli.Commands;
using Plumbline.Domain.Facts;

namespace Plumbline.Cli.Tests.Check;

/// <summary>Whom a sentence names, where a person reads it.</summary>
public class PeopleNamesTests
{
    private static readonly PeopleNames Names = new(new Register([], [],
        new Dictionary<PersonId, Person> { [new("P-1")] = new(new("P-1"), "Ada Zwicky") },
        new Dictionary<string, Contact> { ["A1-C3"] = new("A1-C3", new("A1"), "product owner", null) }));

    [Theory]
    [InlineData("P-1 alone, as in the CRM.", "Ada Zwicky (P-1) alone, as in the CRM.")]
    [InlineData("met A1-C3.", "met A1-C3 (product owner).")]
    [InlineData("meet A1-C3 (product owner), and record it", "meet A1-C3 (product owner), and record it")] // the sentence says the role itself
    [InlineData("P-11 and XP-1 are others", "P-11 and XP-1 are others")]
    public void People_are_named_with_their_ids_and_contacts_with_their_roles_once(string sentence, string shown) => Assert.Equal(shown, Names.In(sentence));
}
