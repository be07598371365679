namespace ModelDsl.Tests.Optimizers;

/// <summary>The equations of the optimisers' documentation for one parameter, in double precision and as plainly as they are published.</summary>
internal sealed class PublishedEquations(Optimizer optimizer)
{
    private double first;
    private double second;
    private double third;

    internal double Step(double parameter, double gradient, double decay, double rate, int step) => optimizer switch
    {
        SGD sgd => Descend(sgd, parameter, gradient, decay, rate, step),
        Adam adam => Moments(adam.Beta1, adam.Beta2, adam.Epsilon, parameter, gradient + (decay * parameter), rate, step),
        AdamW adam => Moments(adam.Beta1, adam.Beta2, adam.Epsilon, parameter - (rate * decay * parameter), gradient, rate, step),
        RMSProp prop => Propagate(prop, parameter, gradient + (decay * parameter), rate),
        _ => throw new ArgumentException("No equations for this optimiser.", nameof(optimizer)),
    };

    private double Descend(SGD sgd, double parameter, double gradient, double decay, double rate, int step)
    {
        double direction = gradient + (decay * parameter);
        if (sgd.Momentum > 0)
        {
            first = step == 1 ? direction : (sgd.Momentum * first) + direction;
            direction = sgd.Nesterov ? direction + (sgd.Momentum * first) : first;
        }

        return parameter - (rate * direction);
    }

    private double Moments(double beta1, double beta2, double epsilon, double parameter, double gradient, double rate, int step)
    {
        first = (beta1 * first) + ((1 - beta1) * gradient);
        second = (beta2 * second) + ((1 - beta2) * gradient * gradient);
        double mean = first / (1 - Math.Pow(beta1, step));
        double square = second / (1 - Math.Pow(beta2, step));
        return parameter - (rate * mean / (Math.Sqrt(square) + epsilon));
    }

    private double Propagate(RMSProp prop, double parameter, double gradient, double rate)
    {
        first = (prop.Alpha * first) + ((1 - prop.Alpha) * gradient * gradient);
        second = (prop.Alpha * second) + ((1 - prop.Alpha) * gradient);
        double variance = prop.Centered ? first - (second * second) : first;
        double direction = gradient / (Math.Sqrt(variance) + prop.Epsilon);
        third = (prop.Momentum * third) + direction;
        return parameter - (rate * third);
    }
}
