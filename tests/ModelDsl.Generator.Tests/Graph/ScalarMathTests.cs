using ModelDsl.Generator.Graph;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Tests.Graph;

public sealed class ScalarMathTests
{
    private static readonly Scalar X = Arg(0);

    [Fact]
    public void Numbers_fold() => Assert.Equal(Of(7), Add(Multiply(Of(2), Of(3)), One));

    [Fact]
    public void Neutral_elements_vanish()
    {
        Assert.Equal(X, Add(X, Zero));
        Assert.Equal(X, Multiply(One, X));
        Assert.Equal(X, Subtract(X, Zero));
        Assert.Equal(Zero, Multiply(X, Zero));
    }

    [Fact]
    public void Two_negations_cancel() => Assert.Equal(X, Negate(Negate(X)));

    [Fact]
    public void A_product_with_a_step_becomes_a_choice() =>
        Assert.Equal("($0 > 0 ? $1 : 0)", Multiply(Arg(1), Choose(X, Zero, One, Zero)).ToString());

    [Fact]
    public void Expressions_that_say_the_same_are_equal() => Assert.Equal(Max(Add(X, Arg(1)), Zero), Max(Add(Arg(0), Arg(1)), Zero));

    [Fact]
    public void Text_has_the_parentheses_that_the_meaning_needs()
    {
        Assert.Equal("$0 - ($1 - $2)", Subtract(Arg(0), new Scalar.Binary(BinaryKind.Subtract, Arg(1), Arg(2))).ToString());
        Assert.Equal("($0 + $1) * $2", Multiply(Add(Arg(0), Arg(1)), Arg(2)).ToString());
        Assert.Equal("$0 * $1 + $2", Add(Multiply(Arg(0), Arg(1)), Arg(2)).ToString());
    }
}
