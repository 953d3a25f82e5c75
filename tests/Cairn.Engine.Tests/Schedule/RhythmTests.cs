using Cairn.Engine.Schedule;
using CsCheck;
using Xunit;

namespace Cairn.Engine.Tests.Schedule;

public sealed class RhythmTests
{
    private static readonly Gen<Rhythm> Any = Gen.OneOf(
        Gen.Const(Rhythm.None),
        Gen.Int[1, Rhythm.MostDays].Select(Rhythm.Every),
        Gen.Int[1, 127].Select(days => Rhythm.On((Weekdays)days)),
        Gen.Int[1, Rhythm.MostDays].SelectMany(days => Gen.Int[1, days].Select(times => Rhythm.Often(times, days)))
    );

    [Theory]
    [InlineData("daily", "daily", 1.0)]
    [InlineData("DAILY", "daily", 1.0)]
    [InlineData("every 1 days", "daily", 1.0)]
    [InlineData("Every 2 Days", "every 2 days", 0.5)]
    [InlineData("7/week", "daily", 1.0)]
    [InlineData("3/week", "3/week", 3.0 / 7)]
    [InlineData("3/7 days", "3/week", 3.0 / 7)]
    [InlineData("2/10 days", "2/10 days", 0.2)]
    [InlineData("5/5 days", "daily", 1.0)]
    [InlineData(" fri  mon Wed ", "mon wed fri", 3.0 / 7)]
    [InlineData("mon mon", "mon", 1.0 / 7)]
    [InlineData("sun", "sun", 1.0 / 7)]
    [InlineData("mon tue wed thu fri sat sun", "daily", 1.0)]
    [InlineData("none", "none", 0.0)]
    public void A_text_becomes_a_rhythm_and_its_one_text(string text, string written, double perDay)
    {
        Assert.True(Rhythm.TryParse(text, out var rhythm));
        Assert.Equal(written, rhythm.ToString());
        Assert.Equal(perDay, rhythm.PerDay);
        Assert.Equal(rhythm, Rhythm.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("sometimes")]
    [InlineData("mon someday")]
    [InlineData("every 0 days")]
    [InlineData("every 367 days")]
    [InlineData("every -2 days")]
    [InlineData("every two days")]
    [InlineData("every 2 weeks")]
    [InlineData("0/week")]
    [InlineData("8/week")]
    [InlineData("3/month")]
    [InlineData("3/7")]
    [InlineData("3/2 days")]
    [InlineData("1/367 days")]
    [InlineData("1/2/3 days")]
    [InlineData("99999999999/week")]
    [InlineData("3/week days")]
    [InlineData("daily mon")]
    public void What_is_no_rhythm_is_refused(string? text)
    {
        Assert.False(Rhythm.TryParse(text, out var rhythm));
        Assert.Null(rhythm);
        Assert.Throws<FormatException>(() => Rhythm.Parse(text!));
    }

    [Fact]
    public void Every_rhythm_survives_its_text() =>
        Any.Sample(rhythm => Rhythm.Parse(rhythm.ToString()) == rhythm && rhythm.ToString().Length <= 27);

    [Fact]
    public void No_text_makes_the_reader_stumble() =>
        Gen.Char["0123456789/ adeiklmnorstuwyEVRY-"]
            .Array[0, 20]
            .Sample(letters =>
            {
                if (Rhythm.TryParse(new(letters), out var rhythm))
                {
                    Assert.Equal(rhythm, Rhythm.Parse(rhythm.ToString()));
                }
            });

    [Fact]
    public void Impossible_rhythms_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rhythm.Every(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rhythm.Every(367));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rhythm.On(Weekdays.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rhythm.On((Weekdays)128));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rhythm.PerWeek(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rhythm.PerWeek(8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rhythm.Often(1, 367));
    }

    [Theory]
    [InlineData(1, 1, "daily")]
    [InlineData(3, 7, "3/week")]
    [InlineData(1, 30, "1/30 days")]
    [InlineData(5, 2, "daily")]
    [InlineData(0, 7, "none")]
    [InlineData(1, 0, "none")]
    [InlineData(1, 100_000, "1/366 days")]
    [InlineData(10, 732, "5/366 days")]
    [InlineData(int.MaxValue, int.MaxValue, "daily")]
    [InlineData(int.MaxValue - 1, int.MaxValue, "daily")]
    public void What_other_programs_say_becomes_the_nearest_rhythm(int times, int days, string rhythm) =>
        Assert.Equal(rhythm, Rhythm.Nearest(times, days).ToString());

    [Fact]
    public void Named_days_come_up_as_often_as_the_rhythm_says() =>
        Any.Where(rhythm => rhythm.Kind is RhythmKind.Every or RhythmKind.Weekdays)
            .Select(Gen.Int[0, 3000])
            .Sample(
                (rhythm, start) =>
                {
                    var begins = new DateOnly(2020, 1, 1).AddDays(start);
                    var days = 7 * rhythm.Days;
                    var named = Enumerable.Range(0, days).Count(day => rhythm.Names(begins.AddDays(day), begins));
                    Assert.Equal(7 * rhythm.Times, named);
                }
            );
}
