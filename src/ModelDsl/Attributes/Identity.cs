namespace ModelDsl;

/// <summary>The block that gives its input back: <c>[Add&lt;Shrink, Identity&gt;]</c> adds a block's output to its input.</summary>
[Block, Identity]
public sealed class Identity
{
    private Identity()
    {
    }
}
