// A block that contains itself has no end.
using ModelDsl;

[Block, Dense(4), Residual<Self>]
public class Self;

[Model, Input(4), Residual<Self>, Dense(1)]
//                ^^^^^^^^^^^^^^
// MDSL2015: Self contains itself: Self › Self.
// A block is made of other blocks; use Repeat for more of the same.
public partial class Net;
