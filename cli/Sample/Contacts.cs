namespace Plumbline.Cli.Sample;

/// <summary>The people of the customers, as far as the firm meets them.</summary>
internal static class Contacts
{
    public const string Header = "contact_id,account_id,email,stakeholder_role,unit";

    private const int FirstName = 500;

    private static readonly (string Role, string Unit)[] Stakeholders =
    [
        ("executive", "Board"), ("sponsor", "Operations"), ("product owner", "Digital"), ("head of department", "Technology"),
        ("finance", "Finance, Risk and Audit"), ("procurement", "Commercial"),
    ];

    public static string Sponsor(Account account) => Id(account, 2);

    public static string ProductOwner(Account account) => Id(account, 3);

    /// <summary>Whom the reviews do not bring together; one account has forgotten its executive.</summary>
    public static IEnumerable<string> Met(Account account) =>
        Enumerable.Range(1, Known(account)).Where(place => place is not (2 or 3) && !(account.Id == "STRATHYRE" && place == 1)).Select(place => Id(account, place));

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        from account in firm.Accounts
        from place in Enumerable.Range(0, Known(account))
        select new object?[] { Id(account, place + 1), account.Id, AddressOf(firm, account, place), Stakeholders[place].Role, Stakeholders[place].Unit };

    /// <summary>Of a contact, or of somebody of the customer's whom nobody wrote down.</summary>
    public static string Address(Firm firm, Account account, string id) =>
        Enumerable.Range(0, Stakeholders.Length).Where(place => Id(account, place + 1) == id).Select(place => AddressOf(firm, account, place)).FirstOrDefault() ?? $"service.desk@{DomainOf(account)}";

    private static string AddressOf(Firm firm, Account account, int place) =>
        $"{Names.Of(FirstName + firm.Accounts.IndexOf(account) * Stakeholders.Length + place).ToLowerInvariant().Replace(' ', '.')}@{DomainOf(account)}";

    private static string DomainOf(Account account) => account.Domain.Split(';')[0];

    // Of one account nobody knows who buys for it.
    private static int Known(Account account) => account.Id == "TAMARSIDE" ? Stakeholders.Length - 1 : Stakeholders.Length;

    private static string Id(Account account, int number) => $"{account.Id}-C{number}";
}
