// A record is compared by its values, which a model has none of.
using ModelDsl;

[Model, Input(4), Dense(1)]
public partial record Net;
//                    ^^^
// MDSL1007: Net is a record, but a model is a class: it has parameters, not values to compare.
// Make it a class.
// mend: Make it a class
