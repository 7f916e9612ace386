using Microsoft.Azure.Functions.Worker;
using Plumbline.StandIns;

namespace Plumbline.Functions.Tests.StandIns;

public class BackoffTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 20)]
    [InlineData(2, 40)]
    [InlineData(3, 60)]
    [InlineData(1_000_000, 60)]
    public void A_growing_delay_doubles_up_to_its_maximum(int tried, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Delay(new ExponentialBackoffRetryAttribute(-1, "00:00:10", "00:01:00"), tried));

    [Fact]
    public void A_fixed_delay_stays() =>
        Assert.Equal(TimeSpan.FromSeconds(5), Backoff.Delay(new FixedDelayRetryAttribute(3, "00:00:05"), 2));

    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    [InlineData(-1, 1_000_000, true)]
    public void A_run_is_tried_again_as_often_as_its_attribute_says_and_minus_one_is_without_end(int most, int tried, bool again) =>
        Assert.Equal(again, Backoff.Allows(new FixedDelayRetryAttribute(most, "00:00:05"), tried));

    [Fact]
    public void A_run_without_the_attribute_is_not_tried_again() => Assert.False(Backoff.Allows(null, 0));
}
