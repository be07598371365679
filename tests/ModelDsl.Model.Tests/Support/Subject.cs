using System.Numerics;

namespace ModelDsl.CompiledTests.Support;

/// <summary>A model under test: its flat memory, its parameters by name, its loss on given examples.</summary>
internal sealed class Subject<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Trainer<T> trainer;

    public Subject(Model<T> model)
    {
        Model = model;
        trainer = new Trainer<T>(model, new SGD(0.1));
    }

    public Model<T> Model { get; }

    public ModelDefinition Definition => Model.Definition;

    /// <summary>All parameters, in the kernels' layout.</summary>
    public Span<T> Parameters => Model.Parameters.Span[..Definition.TrainedLength];

    /// <summary>All gradients, as the last call of <see cref="Loss"/> left them.</summary>
    public Span<T> Gradients => Model.Gradients.Span[..Definition.TrainedLength];

    /// <summary>The training loss, dropout included: the same examples and parameters give the same loss.</summary>
    public double Loss(Examples<T> examples, bool isWeighted = true)
    {
        ReadOnlySpan<T> weights = isWeighted ? examples.Weights : default;
        return examples.Labels is { } labels
            ? trainer.ComputeGradients(examples.Inputs, labels, weights)
            : trainer.ComputeGradients(examples.Inputs, examples.Values, weights);
    }

    public T[] Predict(Examples<T> examples) => Model.Predict(examples.Inputs);

    /// <summary>Draws all parameters anew, biases too, so that nothing starts at zero.</summary>
    public void Scatter(int seed)
    {
        Random random = new(seed);
        foreach (ref T value in Parameters)
        {
            value = T.CreateChecked(0.7 * Examples<T>.Normal(random));
        }
    }

    /// <summary>Sets every parameter from a file of vectors.</summary>
    public void Load(TensorFile vectors, string prefix)
    {
        foreach (ParameterSegment parameter in Definition.Parameters.Where(parameter => !parameter.IsBuffer))
        {
            T[] values = vectors.Read<T>(prefix + parameter.Name);
            int[] places = Places(parameter);
            for (int i = 0; i < values.Length; i++)
            {
                Parameters[places[i]] = values[i];
            }
        }
    }

    /// <summary>A parameter's values in the interchange layout.</summary>
    public T[] Values(string name) => Values(name, Parameters);

    /// <summary>What stands for a parameter in memory that is laid out as the parameters, in the interchange layout.</summary>
    public T[] Values(string name, ReadOnlySpan<T> memory)
    {
        int[] places = Places(Definition.Parameters.Single(parameter => parameter.Name == name));
        T[] values = new T[places.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = memory[places[i]];
        }

        return values;
    }

    /// <summary>Where each element, in row-major order of the interchange shape, lies in memory.</summary>
    private static int[] Places(ParameterSegment parameter)
    {
        int[] places = [parameter.Offset];
        for (int axis = 0; axis < parameter.Shape.Length; axis++)
        {
            int size = parameter.Shape[axis], stride = parameter.Strides[axis];
            places = [.. places.SelectMany(place => Enumerable.Range(0, size).Select(index => place + (index * stride)))];
        }

        return places;
    }
}
