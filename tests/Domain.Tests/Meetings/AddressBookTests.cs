using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Domain.Tests.Meetings;

public class AddressBookTests
{
    [Theory]
    [InlineData("P1@Firm.Example", "P1", false)]
    [InlineData(" sponsor@redwood.example ", "C1", true)]
    [InlineData("someone@bluebell.example", "customer of A2", true)]
    [InlineData("someone@eu.bluebell.example", "customer of A2", true)]
    [InlineData("someone@shared.example", "customer of A1;A2", true)]
    [InlineData("team@firm.example", "nobody known", false)]
    [InlineData("someone@notbluebell.example", "nobody known", true)]
    [InlineData("bluebell.example", "nobody known", true)]
    [InlineData("", "nobody known", true)]
    public void An_address_is_a_persons_a_contacts_a_customers_a_colleagues_or_a_strangers(string address, string whose, bool isOutside)
    {
        Party party = Office.Book.At(address);
        Assert.Equal((whose, isOutside), (Said(party), party.IsOutside));
    }

    [Fact]
    public void Who_shares_an_address_cannot_be_told_apart()
    {
        var people = Office.Register.People.Values.Select(p => p with { Email = "all@firm.example" }).ToDictionary(p => p.Id);
        Assert.Same(Party.Colleague, new AddressBook(Office.Register with { People = people }).At("all@firm.example"));
    }

    private static string Said(Party party) =>
        party.IdAt(null) ?? (party.Accounts.IsEmpty ? "nobody known" : $"customer of {string.Join(';', party.Accounts)}");
}
