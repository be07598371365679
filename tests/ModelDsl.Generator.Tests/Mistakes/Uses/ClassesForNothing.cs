// Triplets say themselves what is alike.
using ModelDsl;

public static class Program
{
    public static void Run(Faces faces, float[] features, int[] labels)
    {
        faces.Fit(Dataset.Create(features, labels), new Adam(0.001));
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL3010: Fit: Faces learns from features alone, as TripletLoss asks, not from class indices.
// Leave them out.
    }
}

[Model, Input(3, 4), Dense(8), ReLU, TripletLoss]
public sealed partial class Faces;
