using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelDsl.Kernels;

/// <summary>A piece of work that is written once for every vector width and keeps its sums in the machine's own vectors.</summary>
internal interface IRegisterWork<T>
    where T : unmanaged
{
    /// <summary>Does the work with vectors of type <typeparamref name="TRegister"/>.</summary>
    void Run<TOperations, TRegister>()
        where TOperations : struct, IRegister<TRegister, T>
        where TRegister : struct;
}

/// <summary>Finds the machine's vector that a <see cref="ISimd{TSelf, T}"/> is made of.</summary>
internal static class Registers
{
    /// <summary>Does <paramref name="work"/> with the vectors that <typeparamref name="V"/> is made of. The questions are constants to the JIT, so no branch remains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run<T, V, TWork>(in TWork work)
        where T : unmanaged
        where V : struct, ISimd<V, T>
        where TWork : struct, IRegisterWork<T>, allows ref struct
    {
        if (typeof(V) == typeof(Simd512<T>))
        {
            work.Run<Register512<T>, Vector512<T>>();
        }
        else if (typeof(V) == typeof(Simd256<T>))
        {
            work.Run<Register256<T>, Vector256<T>>();
        }
        else if (typeof(V) == typeof(Simd128<T>))
        {
            work.Run<Register128<T>, Vector128<T>>();
        }
        else
        {
            work.Run<RegisterOfOne<T>, T>();
        }
    }
}
