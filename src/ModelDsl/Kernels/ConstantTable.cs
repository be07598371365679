using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>A table of numbers that a model's author wrote, in pinned memory for as long as the model's class lives.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class ConstantTable<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly T[] pinned;

    /// <summary>The table of these numbers, rounded to <typeparamref name="T"/>.</summary>
    public ConstantTable(params ReadOnlySpan<double> values)
    {
        pinned = GC.AllocateUninitializedArray<T>(values.Length, pinned: true);
        for (int i = 0; i < values.Length; i++)
        {
            pinned[i] = T.CreateChecked(values[i]);
        }
    }

    /// <summary>The first number's address.</summary>
    public Address<T> Address => new((T*)Unsafe.AsPointer(ref pinned[0]));
}
