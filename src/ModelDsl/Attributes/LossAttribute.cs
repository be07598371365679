namespace ModelDsl;

/// <summary>The loss that training minimises: the last attribute of a model. It is averaged over the examples, each with its weight from the data (1 by default).</summary>
public abstract class LossAttribute : LayerAttribute
{
    private protected LossAttribute()
    {
    }
}
