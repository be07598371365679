namespace ModelDsl.CompiledTests.Models;

/// <summary>Each initialiser on a layer large enough to measure it.</summary>
[Model, Input(100)]
[Dense(200, Name = "glorotUniform"), Tanh]
[Dense(100, Name = "glorotNormal", Initializer = Initializer.GlorotNormal), Tanh]
[Dense(200, Name = "heUniform", Initializer = Initializer.HeUniform), Tanh]
[Dense(100, Name = "heNormal", Initializer = Initializer.HeNormal, BiasInitializer = Initializer.HeNormal), Tanh]
[Dense(10, Name = "zeros", Initializer = Initializer.Zeros), Tanh]
[Dense(3, Name = "constant", Initializer = Initializer.Constant, InitialValue = -0.75, BiasInitializer = Initializer.Constant, BiasValue = 0.25)]
[MeanSquaredErrorLoss]
public sealed partial class InitializedModel;
