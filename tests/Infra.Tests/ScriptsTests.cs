namespace Plumbline.Infra.Tests;

/// <summary>What the scripts ask for in Entra and Exchange, of programs that stand in for the real ones.</summary>
public sealed class ScriptsTests : IDisposable
{
    private const string ReadBasic = "8ba4a692-bc31-4128-9094-475872af8a53";

    private const string App = "the-PLUMBLINE_IDENTITY_PRINCIPAL_ID";

    private const string Grants = $"https://graph.microsoft.com/v1.0/servicePrincipals/{App}/appRoleAssignments";

    private readonly FakePrograms _programs = new();

    [Fact]
    public void Every_mailbox_is_opened_by_one_permission()
    {
        (int code, string asked) = _programs.Run("graph-permission.sh", "every-mailbox", "");
        Assert.Equal(0, code);
        Assert.Contains(
            $$"""--method post --url {{Grants}} --body {"principalId":"{{App}}","resourceId":"resource","appRoleId":"{{ReadBasic}}"}""",
            asked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_permission_that_is_there_is_not_asked_for_again()
    {
        (int code, string asked) = _programs.Run("graph-permission.sh", "every-mailbox", "one");
        Assert.Equal(0, code);
        Assert.DoesNotContain("--method post", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("files")]
    [InlineData("chosen-mailboxes")]
    public void The_permission_for_every_mailbox_is_taken_back_where_the_parameter_says_otherwise(string calendars)
    {
        (int code, string asked) = _programs.Run("graph-permission.sh", calendars, "one");
        Assert.Equal(0, code);
        Assert.Contains($"--method delete --url {Grants}/one", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("--method post", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Chosen_mailboxes_are_those_of_a_group()
    {
        (int code, string asked) = _programs.Run("exchange-rbac.sh", "chosen-mailboxes", "", "leads@example.com");
        Assert.Equal(0, code);
        Assert.Contains("pwsh plumbline-the-AZURE_ENV_NAME client leads@example.com", asked, StringComparison.Ordinal);
        Assert.Contains("""-Role "Application Calendars.Read" -CustomResourceScope $name""", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_is_refused_while_every_mailbox_is_open()
    {
        (int code, string asked) = _programs.Run("exchange-rbac.sh", "chosen-mailboxes", "one", "leads@example.com");
        Assert.Equal(1, code);
        Assert.DoesNotContain("pwsh", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("files")]
    [InlineData("every-mailbox")]
    public void The_right_to_chosen_mailboxes_is_taken_back_where_the_parameter_says_otherwise(string calendars)
    {
        (int code, string asked) = _programs.Run("exchange-rbac.sh", calendars, "");
        Assert.Equal(0, code);
        Assert.Contains("Remove-ManagementRoleAssignment", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("New-ManagementRoleAssignment", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void The_application_of_the_pages_has_the_roles_and_no_secret()
    {
        (int code, string asked) = _programs.Run("entra-application.sh", "files", "");
        Assert.Equal(0, code);
        Assert.Contains("--web-redirect-uris the-PLUMBLINE_ADDRESS/.auth/login/aad/callback", asked, StringComparison.Ordinal);
        Assert.Contains("--enable-id-token-issuance true --app-roles @", asked, StringComparison.Ordinal);
        Assert.Contains("azd env set PLUMBLINE_SIGN_IN_CLIENT_ID new-application", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("credential", asked, StringComparison.Ordinal);
        string roles = Repository.Read("infra", "scripts", "app-roles.json");
        string[] expected = ["reader", "lead", "operations", "approver"];
        Assert.All(expected, role => Assert.Contains($"\"value\": \"{role}\"", roles, StringComparison.Ordinal));
    }

    public void Dispose() => _programs.Dispose();
}
