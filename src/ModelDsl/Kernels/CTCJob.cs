namespace ModelDsl.Kernels;

/// <summary>The losses of a batch, an example each part.</summary>
internal readonly unsafe struct CTCJob<T>(
    Address<T> logarithms, Address<int> labels, Address<T> lengths, Address<T> losses, Address<T> gradients, in CTCShape shape) : IJob
    where T : unmanaged
{
    private readonly CTCShape shape = shape;

    public void Run(int part) => Simd.Run<T, Work>(new Work(Example(part)));

    private CTCExample<T> Example(nint index)
    {
        nint place = index * shape.Steps * shape.Classes;
        return new CTCExample<T>
        {
            Logarithms = logarithms.Pointer + place,
            Labels = labels.Pointer + (index * shape.Labels),
            Loss = losses.Pointer + index,
            Gradient = gradients.Pointer == null ? null : gradients.Pointer + place,
            Steps = lengths.Pointer == null ? shape.Steps : Lookup.Id(lengths[index]),
            Shape = shape,
        };
    }

    private readonly struct Work(in CTCExample<T> example) : ISimdWork<T>
    {
        private readonly CTCExample<T> example = example;

        public void Run<V>()
            where V : struct, ISimd<V, T> => CTCPaths<T, V>.Run(in example);
    }
}

/// <summary>One example: where it lies, and the steps that count.</summary>
internal unsafe struct CTCExample<T>
    where T : unmanaged
{
    internal T* Logarithms;
    internal int* Labels;
    internal T* Loss;
    internal T* Gradient;
    internal nint Steps;
    internal CTCShape Shape;

    /// <summary>The labels that count: those before the first negative one.</summary>
    internal readonly int LabelCount
    {
        get
        {
            int count = 0;
            while (count < Shape.Labels && Labels[count] >= 0)
            {
                count++;
            }

            return count;
        }
    }
}
