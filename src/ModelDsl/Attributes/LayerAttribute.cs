namespace ModelDsl;

/// <summary>What stands in a model's attribute list: an input, a layer, an activation or a loss. Source order is the network.</summary>
public abstract class LayerAttribute : Attribute
{
    /// <summary>The layer's name in weight files and in <c>Summary</c>; by default its kind and number, such as <c>dense1</c>.</summary>
    public string? Name { get; set; }

    private protected LayerAttribute()
    {
    }
}
