using System.Numerics;
using System.Numerics.Tensors;

namespace ModelDsl;

/// <summary>
/// Joins the gradients of a step's parts. A part's gradient is that of its own weighted mean Sⱼ/Dⱼ; the whole batch's is ΣDⱼgⱼ / ΣDⱼ. A step of
/// one part leaves the gradient where it is and costs nothing.
/// </summary>
internal sealed class GradientSum<T>(AlignedMemory<T> gradients)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private AlignedMemory<T>? sum;
    private bool isSpilled;
    private int parts;

    /// <summary>ΣDⱼ: 0 where no example counts, so that there is nothing to learn.</summary>
    internal double Weight { get; private set; }

    /// <summary>ΣSⱼ.</summary>
    internal double Loss { get; private set; }

    internal void Reset()
    {
        Weight = 0;
        Loss = 0;
        parts = 0;
        isSpilled = false;
    }

    /// <summary>Makes room for the next part's gradient.</summary>
    internal void Prepare()
    {
        if (parts != 1 || isSpilled)
        {
            return;
        }

        sum ??= new AlignedMemory<T>(gradients.Length);
        TensorPrimitives.Multiply(gradients.Span, T.CreateChecked(Weight), sum.Span);
        isSpilled = true;
    }

    /// <summary>Takes the gradient that a part has left.</summary>
    internal void Add(double loss, double weight)
    {
        if (weight == 0)
        {
            return;
        }

        parts++;
        Weight += weight;
        Loss += loss * weight;
        if (isSpilled)
        {
            TensorPrimitives.MultiplyAdd(gradients.Span, T.CreateChecked(weight), sum!.Span, sum.Span);
        }
    }

    /// <summary>Leaves the whole batch's gradient in its place.</summary>
    /// <returns>The whole batch's loss; 0 where no example counts.</returns>
    internal double Complete()
    {
        if (Weight == 0)
        {
            gradients.Span.Clear();
            return 0;
        }

        if (isSpilled)
        {
            TensorPrimitives.Divide(sum!.Span, T.CreateChecked(Weight), gradients.Span);
        }

        return Loss / Weight;
    }
}
