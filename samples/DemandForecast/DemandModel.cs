using ModelDsl;

namespace Demand;

/// <summary>Forecasts the next month from two measures of each of the last 24 (<see cref="DemandWindows"/>): an LSTM reads them, and what it remembers after the last one gives the forecast.</summary>
[Model, Input(24, 2), LSTM(32), LastStep, Dense(1), MeanSquaredErrorLoss]
public sealed partial class DemandModel;
