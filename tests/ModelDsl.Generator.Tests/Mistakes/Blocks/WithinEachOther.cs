// Neither has two blocks that contain each other.
using ModelDsl;

[Block, Residual<Pong>]
public class Ping;

[Block, Tanh, Residual<Ping>]
public class Pong;

[Model, Input(4), Residual<Ping>, Dense(1)]
//                ^^^^^^^^^^^^^^
// MDSL2015: Ping contains itself: Ping › Pong › Ping.
// A block is made of other blocks; use Repeat for more of the same.
public partial class Net;
