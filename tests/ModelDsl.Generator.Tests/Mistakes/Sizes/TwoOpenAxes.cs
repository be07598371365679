// Only one size can follow from the others.
using ModelDsl;

[Model, Input(4, 4, 1), Reshape(-1, 8, -1)]
//                              ^^^^^^^^^
// MDSL2004: Reshape: (-1, 8, -1) leaves 2 sizes open.
// Write -1 at most once: for what remains.
// mend: Use 8, -1
public partial class Net;
