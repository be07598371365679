using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace ModelDsl.Kernels;

/// <summary>The weights of a kernel: where they lie, and, if they were packed for it before, where their copy lies in the order in which it reads them.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="data">The weights.</param>
/// <param name="packed">The copy; <c>default</c> where the kernel packs for itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Weights<T>(Address<T> data, Address<T> packed)
    where T : unmanaged
{
    internal readonly T* Data = data.Pointer;
    internal readonly T* Packed = packed.Pointer;

    /// <summary>Weights that were not packed.</summary>
    /// <param name="data">The weights.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is the alternate.")]
    public static implicit operator Weights<T>(Address<T> data) => new(data, default);
}
