using Cairn.Engine.Effects;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace Cairn.Engine.Tests.Effects;

public sealed class BackgroundTests
{
    [Fact]
    public void What_is_left_is_what_least_squares_leaves() =>
        Gen.Double[-3, 3]
            .Array[40]
            .Array[4]
            .Sample(
                columns =>
                {
                    var design = Matrix<double>.Build.DenseOfColumnArrays(columns[..3]);
                    var outcome = Vector<double>.Build.Dense(columns[3]);
                    var expected = outcome - design * design.QR().Solve(outcome);
                    var left = new Background(columns[..3]).Without(columns[3]);
                    Assert.All(left.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
                },
                iter: 200
            );

    [Fact]
    public void A_column_that_says_nothing_new_is_not_counted()
    {
        double[] ones = [1, 1, 1, 1];
        double[] time = [0, 1, 2, 3];
        Assert.Equal(2, new Background([ones, time, [0, 0, 0, 0], [5, 7, 9, 11]]).Columns);
    }
}
