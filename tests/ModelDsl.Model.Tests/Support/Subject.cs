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

    /// <summary>The parameters that have gradients.</summary>
    public IEnumerable<ParameterSegment> Trained => Definition.Parameters.Where(parameter => !parameter.IsBuffer);

    /// <summary>What follows the data instead: running statistics.</summary>
    public IEnumerable<ParameterSegment> Buffers => Definition.Parameters.Where(parameter => parameter.IsBuffer);

    /// <summary>All trained parameters, in the kernels' layout.</summary>
    public Span<T> Parameters => Model.ParameterViews[..Definition.TrainedLength];

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

    /// <summary>The training loss before a step of plain gradient descent at rate 0.1.</summary>
    public double Step(Examples<T> examples) => examples.Labels is { } labels
        ? trainer.Step(examples.Inputs, labels, examples.Weights)
        : trainer.Step(examples.Inputs, examples.Values, examples.Weights);

    public T[] Predict(Examples<T> examples) => Model.Predict(examples.Inputs);

    /// <summary>Draws all parameters anew, biases too, so that nothing starts at zero; running statistics stay as they are.</summary>
    public void Scatter(int seed)
    {
        Random random = new(seed);
        foreach (ParameterSegment parameter in Trained)
        {
            foreach (ref T value in Parameters.Slice(parameter.Offset, parameter.Length))
            {
                value = T.CreateChecked(0.7 * Examples<T>.Normal(random));
            }
        }
    }

    /// <summary>Sets every parameter from a file of vectors.</summary>
    public void Load(TensorFile vectors, string prefix)
    {
        foreach (ParameterSegment parameter in Definition.Parameters)
        {
            Set(parameter, vectors.Convert<T>(prefix + parameter.Name));
        }
    }

    /// <summary>Sets a parameter from values in the interchange layout.</summary>
    public void Set(ParameterSegment parameter, T[] values)
    {
        int[] places = Places(parameter);
        for (int i = 0; i < values.Length; i++)
        {
            Model.ParameterViews[places[i]] = values[i];
        }
    }

    /// <summary>A parameter's values in the interchange layout.</summary>
    public T[] Values(string name) => Values(name, Model.Parameters.Span);

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
