using ModelDsl;

namespace Recommender;

/// <summary>What the model knows of a reader: 32 features of their own.</summary>
[Block, TokenInput(1), Embedding(World.UserCount, 32, InitialValue = 0.1), Flatten]
public sealed class UserTower;

/// <summary>What the model knows of a book: 32 features to compare with a reader's.</summary>
[Block, TokenInput(1), Embedding(World.ItemCount, 32, InitialValue = 0.1), Flatten]
public sealed class ItemTower;

/// <summary>The probability that a pair of a reader and a book is one that was read, and not one drawn at random: two towers that meet in a dot product.</summary>
[Model, Dot<UserTower, ItemTower>, Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class Recommendations;
