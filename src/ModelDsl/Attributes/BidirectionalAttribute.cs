namespace ModelDsl;

/// <summary>
/// F(x) and G(x in reverse) side by side on the last axis (Schuster and Paliwal 1997): a block on the steps of a sequence in order, and another like it, with parameters
/// of its own, on the steps in reverse. What the second gives for each step is turned round again; a block that ends with <see cref="LastStepAttribute"/>
/// gives the state behind the last step and that behind the first.
/// </summary>
/// <typeparam name="F">The block, such as one with an <see cref="LSTMAttribute"/>; the second is called by its name and <c>Reverse</c>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BidirectionalAttribute<F> : CombinatorAttribute
    where F : class;
