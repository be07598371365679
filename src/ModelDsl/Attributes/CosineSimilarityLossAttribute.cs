namespace ModelDsl;

/// <summary>
/// 1 − p·t / (max(‖p‖, ε)·max(‖t‖, ε)) along the last axis with ε = 10⁻⁸, from 0 for the same direction to 2 for the opposite one, averaged over the positions.
/// Targets are values, as many as the model predicts; how long they are does not matter.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CosineSimilarityLossAttribute : LossAttribute
{
}
