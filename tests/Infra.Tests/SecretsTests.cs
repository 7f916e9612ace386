using System.Text.RegularExpressions;

namespace Plumbline.Infra.Tests;

/// <summary>No secret is in the compiled template, in an output of it or in a plain setting.</summary>
public sealed partial class SecretsTests
{
    [BicepFact]
    public void No_key_is_asked_for_anywhere() => Assert.DoesNotMatch(ListsKeys(), Template.Main.ToJsonString());

    [BicepFact]
    public void No_output_holds_more_than_names_addresses_and_ids()
    {
        Assert.InRange(Template.All.Count, 10, int.MaxValue);
        var outputs = from template in Template.All
                      from output in template["outputs"]?.AsObject() ?? []
                      select (Type: (string?)output.Value!["type"], Value: output.Value["value"]!.ToJsonString());
        Assert.All(outputs, output =>
        {
            Assert.Equal("string", output.Type);
            Assert.DoesNotMatch(Secret(), output.Value);
        });
    }

    [BicepFact]
    public void A_parameter_that_takes_a_secret_is_secure_and_the_vault_gives_it()
    {
        string[] notSecret = ["sftpPublicKey", "accountKeyAccess", "secretNames"];
        var suspects = from template in Template.All
                       from parameter in template["parameters"]?.AsObject() ?? []
                       where Secret().IsMatch(parameter.Key) && !notSecret.Contains(parameter.Key)
                       select $"{parameter.Key}: {parameter.Value!["type"]}";
        Assert.Empty(suspects);
        string address = Deployment.OfShipped("teams").Only("Microsoft.Logic/workflows").Text("properties.parameters.address.value");
        Assert.StartsWith("\"[getKeyVaultSecret(", address, StringComparison.Ordinal);
        Assert.Contains("\"address\":{\"type\":\"securestring\"", Template.Main.ToJsonString(), StringComparison.Ordinal);
    }

    [BicepFact]
    public void A_plain_setting_is_a_word_an_address_or_an_id() =>
        Assert.All(Deployment.All.SelectMany(d => d.Settings.Values).Distinct(), value =>
        {
            string[] words = ["yes", "no", "managedidentity", "ManagedIdentityCredential"];
            if (!words.Contains(value))
                Assert.NotEqual(value, Answered.Of(value));
        });

    [GeneratedRegex(@"\blist[A-Z]\w*\(")]
    private static partial Regex ListsKeys();

    [GeneratedRegex("secret|password|token|webhook|sharedaccess|accountkey|publickey", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
