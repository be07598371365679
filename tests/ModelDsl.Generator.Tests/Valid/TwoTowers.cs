// Two inputs that meet in a dot product.
using ModelDsl;

[Block, Input(32), Dense(64), ReLU, Dense(16)]
public class UserTower;

[Block, Input(48), Dense(64), ReLU, Dense(16)]
public class ItemTower;

[Model, Dot<UserTower, ItemTower>, Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class Recommender;
