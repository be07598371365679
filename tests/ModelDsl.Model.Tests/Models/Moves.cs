namespace ModelDsl.CompiledTests.Models;

[Model, Input(3, 2, 2), Dense(3), Tanh, Upsample2D(2), MeanSquaredErrorLoss]
public sealed partial class Upsample2DModel;

[Model, Input(2, 3, 2), Dense(3), Tanh, Upsample2D(3, 1), MeanSquaredErrorLoss]
public sealed partial class RectangularUpsample2DModel;

[Model, Input(3, 2, 2), Dense(3), Tanh, Upsample2D(2, Interpolation = Interpolation.Bilinear), MeanSquaredErrorLoss]
public sealed partial class BilinearUpsample2DModel;

[Model, Input(2, 3, 2), Dense(3), Tanh, Upsample2D(3, 2, Interpolation = Interpolation.Bilinear), MeanSquaredErrorLoss]
public sealed partial class RectangularBilinearUpsample2DModel;

[Model, Input(3, 2, 2), Dense(3), Tanh, ZeroPadding2D(1), Conv2D(2, 2), MeanSquaredErrorLoss]
public sealed partial class ZeroPadding2DModel;

[Model, Input(3, 2, 2), Dense(3), Tanh, ZeroPadding2D(1, 2), Conv2D(2, 2), MeanSquaredErrorLoss]
public sealed partial class RectangularZeroPadding2DModel;

[Model, Input(3, 2, 2), Dense(3), Tanh, ZeroPadding2D(1, 0, 2, 3), Conv2D(2, 2), MeanSquaredErrorLoss]
public sealed partial class UnevenZeroPadding2DModel;

[Model, Input(12), Dense(12), Tanh, Reshape(2, -1, 3), Conv2D(2, 2), MeanSquaredErrorLoss]
public sealed partial class ReshapeModel;

[Model, Input(3, 2, 2), Dense(4), Tanh, Permute(3, 1, 2), Dense(3), MeanSquaredErrorLoss]
public sealed partial class PermuteModel;

[Model, Input(4, 2), Dense(3), Tanh, Permute(2, 1), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SequencePermuteModel;

[Model, Input(3, 2, 2), Dense(3), PReLU, Dense(2), MeanSquaredErrorLoss]
public sealed partial class PReLUModel;

[Model, Input(5), Dense(4), PReLU(InitialValue = 0.1, Shared = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SharedPReLUModel;

[Model, Input(3, 2, 2), Dense(4), Tanh, SpatialDropout(0.4), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SpatialDropoutModel;
