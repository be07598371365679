// What a recurrent layer remembers after the last step.
using ModelDsl;

[Model, Input(48, 3), LSTM(64), LastStep, Dense(1), HuberLoss]
public sealed partial class DemandForecast;
