namespace ModelDsl.Kernels;

/// <summary>Work that is cut into parts, each of which can run on any thread. Parts do not depend on each other and write to places of their own.</summary>
internal interface IJob
{
    /// <summary>Does the part of number <paramref name="part"/>.</summary>
    void Run(int part);
}
