// A transposed convolution, a frame, and axes in another order.
using ModelDsl;

[Model, Input(4, 4, 8), ConvTranspose2D(4, 3, Stride = 2, PaddingSize = 1, OutputPadding = 1), RMSNorm, ZeroPadding2D(1, 2), Permute(3, 1, 2), Reshape(-1, 4)]
public partial class Net;
