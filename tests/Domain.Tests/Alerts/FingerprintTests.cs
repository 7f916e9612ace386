using Plumbline.Domain.Alerts;

namespace Plumbline.Domain.Tests.Alerts;

public sealed class FingerprintTests
{
    // Computed apart from this code: printf 'no-aged-debt\0A1\0INV-1~2026-09-01\0' | sha256sum | cut -c1-32
    [Theory]
    [InlineData("no-aged-debt", "A1", "INV-1~2026-09-01", "e443d12723b2e768606caa28f8a57512")]
    [InlineData("source-read", "(firm)", "invoices.csv", "bdc632853f1e58eef62ab694005707fc")]
    [InlineData("zeit", "Müller & Söhne", "é~2026-W36", "09ff2c7b8b7fb355dadfa83f3dec8a46")]
    public void It_is_what_anybody_computes_from_measure_account_and_key(string measure, string account, string key, string expected) =>
        Assert.Equal(expected, Fingerprint.Of(measure, new(account), key));

    [Fact]
    public void Parts_that_run_into_each_other_do_not_meet() =>
        Assert.NotEqual(Fingerprint.Of("a", new("bc"), "d"), Fingerprint.Of("ab", new("c"), "d"));
}
