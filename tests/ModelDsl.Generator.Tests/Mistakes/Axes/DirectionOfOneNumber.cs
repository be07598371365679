// The direction of one number is its sign.
using ModelDsl;

[Model, Input(4), Dense(1), CosineSimilarityLoss]
//                          ^^^^^^^^^^^^^^^^^^^^
// MDSL2008: CosineSimilarityLoss compares directions along the last axis, but that of (1) has one number, whose only direction is its sign.
// Predict several numbers, or use MeanSquaredErrorLoss.
// mend: Replace CosineSimilarityLoss by MeanSquaredErrorLoss
public partial class Net;
