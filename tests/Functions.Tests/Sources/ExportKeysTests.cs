using Microsoft.Extensions.Configuration;
using Plumbline.Functions.Sources;

namespace Plumbline.Functions.Tests.Sources;

public sealed class ExportKeysTests
{
    private const string Key = "sixteen letters.", Other = "sixteen others..";

    [Theory]
    [InlineData("Exports:Keys:invoices_csv")]
    [InlineData("Exports:Keys:invoices.csv")]
    [InlineData("exports:keys:INVOICES_CSV")]
    public void A_period_in_the_name_of_a_setting_may_have_become_an_underscore(string setting)
    {
        ExportKeys keys = Read((setting, Key));
        Assert.True(keys.Opens("invoices.csv", Key));
        Assert.Equal((null, true, false), (keys.Fault, keys.Has("invoices.csv"), keys.Has("time.csv")));
    }

    [Theory]
    [InlineData(Key, true)]
    [InlineData(Other, true)]
    [InlineData("", false)]
    [InlineData("sixteen letters", false)]
    [InlineData("SIXTEEN LETTERS.", false)]
    [InlineData(Key + ";" + Other, false)]
    public void Each_of_several_keys_opens_and_nothing_else_does(string offered, bool opens) =>
        Assert.Equal(opens, Read(("Exports:Keys:time_csv", $" {Key} ;{Other};")).Opens("time.csv", offered));

    [Theory]
    [InlineData("invoice_csv", Key, "Exports:Keys:invoice_csv is the key of no export; did you mean Exports:Keys:invoices_csv?")]
    [InlineData("x", Key, "Exports:Keys:x is the key of no export")]
    [InlineData("time_csv", "short", "Exports:Keys:time_csv needs keys of at least 16 characters each, separated by ';'")]
    [InlineData("time_csv", Key + ";fifteen letters", "Exports:Keys:time_csv needs keys of at least 16 characters each, separated by ';'")]
    [InlineData("calendars", "@Microsoft.KeyVault(SecretUri=https://v.example/secrets/n)", "Exports:Keys:calendars refers to a secret that could not be read")]
    [InlineData("calendars", "", null)]
    [InlineData("calendars", Key, null)]
    public void What_is_wrong_with_a_setting_is_said_without_its_value(string name, string value, string? fault) =>
        Assert.Equal(fault, Read(($"Exports:Keys:{name}", value)).Fault);

    [Theory]
    [InlineData("short")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://v.example/secrets/n)")]
    public void A_key_that_others_may_guess_or_know_opens_nothing(string key)
    {
        ExportKeys keys = Read(("Exports:Keys:time_csv", key));
        Assert.Equal((false, false), (keys.Has("time.csv"), keys.Opens("time.csv", key)));
    }

    [Fact]
    public void Keys_show_no_text() => Assert.Equal(typeof(ExportKeys).FullName, $"{Read(("Exports:Keys:time_csv", Key))}");

    private static ExportKeys Read(params (string Name, string Value)[] settings) =>
        ExportKeys.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
}
