using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// A place in pinned memory, as generated code sees it: it can be moved by a number of elements and handed to a kernel, but not
/// dereferenced outside this library's vectors. It lets the consumer's project compile without unsafe code.
/// </summary>
/// <typeparam name="T">The element type: <see cref="float"/>, <see cref="double"/> or <see cref="int"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Address<T>
    where T : unmanaged
{
    internal readonly T* Pointer;

    internal Address(T* pointer) => Pointer = pointer;

    /// <summary>The address that lies <paramref name="elements"/> elements further on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Address<T> operator +(Address<T> address, nint elements) => new(address.Pointer + elements);

    /// <summary>The same place, holding elements of another type.</summary>
    /// <typeparam name="TOther">Their type.</typeparam>
    public Address<TOther> As<TOther>()
        where TOther : unmanaged => new((TOther*)Pointer);

    /// <summary>The element at <paramref name="index"/> elements from here.</summary>
    public ref T this[nint index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Pointer[index];
    }
}
