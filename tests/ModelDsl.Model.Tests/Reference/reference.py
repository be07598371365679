#!/usr/bin/python3
"""Writes what PyTorch computes for the models of ../Models, for ReferenceTests to compare with.

    apt-get install python3-torch python3-numpy
    /usr/bin/python3 reference.py                  writes vectors/*.safetensors
    /usr/bin/python3 reference.py --check FILE     loads a weight file that ModelDsl saved and compares its predictions

The loss "mean" is PyTorch's own reduction wherever it has one; the loss "weighted" is sum(w * l) / sum(w * v) with example weights w
and, for class weights, v the weight of each target. Every number is drawn in float64 and rounded for the float32 files.
"""
import json
import os
import sys
import zlib

import numpy as np
import torch
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
VECTORS = os.path.join(HERE, "vectors")
DTYPES = {"float64": torch.float64, "float32": torch.float32}
CODES = {"float64": "F64", "float32": "F32", "int32": "I32"}
BATCH = 5

ACTIVATIONS = {
    "relu": F.relu,
    "leaky": F.leaky_relu,
    "leaky0.2": lambda x: F.leaky_relu(x, 0.2),
    "elu": F.elu,
    "elu1.7": lambda x: F.elu(x, 1.7),
    "selu": F.selu,
    "gelu": F.gelu,
    "silu": F.silu,
    "mish": F.mish,
    "hardswish": F.hardswish,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "softplus": F.softplus,
    "softmax": lambda x: torch.softmax(x, -1),
    "flatten": lambda x: x.flatten(1),
}


# --- losses: (logits, target) -> (PyTorch's own mean, loss of each position, what each position counts besides its example's weight)

def cross_entropy(smoothing=0.0, weights=None, soft=False):
    def loss(z, t):
        w = None if weights is None else torch.tensor(weights, dtype=z.dtype)
        z = z.flatten(0, -2)
        t = t.flatten(0, -2) if soft else t.flatten().long()
        mean = F.cross_entropy(z, t, weight=w, label_smoothing=smoothing)
        each = F.cross_entropy(z, t, weight=w, label_smoothing=smoothing, reduction="none")
        return mean, each, torch.ones_like(each) if w is None else w[t]
    return loss


def binary_cross_entropy(positive=1.0):
    def loss(z, t):
        p = torch.tensor(positive, dtype=z.dtype)
        mean = F.binary_cross_entropy_with_logits(z, t, pos_weight=p)
        each = F.binary_cross_entropy_with_logits(z, t, pos_weight=p, reduction="none").mean(-1)
        return mean, each, torch.ones_like(each)
    return loss


def of_values(function, **options):
    def loss(y, t):
        each = function(y, t, reduction="none", **options).mean(-1)
        return function(y, t, **options), each, torch.ones_like(each)
    return loss


def kl_divergence(z, t):
    p = torch.log_softmax(z, -1).flatten(0, -2)
    t = t.flatten(0, -2)
    each = F.kl_div(p, t, reduction="none").sum(-1)
    return F.kl_div(p, t, reduction="batchmean"), each, torch.ones_like(each)


MSE = of_values(F.mse_loss)
WEIGHTS = [0.5, 1.0, 2.0, 1.5]

# --- cases: class name -> input shape, layers (an int is a Dense, -int one without bias), loss, kind of target.
# The last activation of a case whose loss takes logits is given as "head": it makes the output and is fused into the loss.
CASES = {
    "ReLUModel": ((5,), [6, "relu", 3], MSE, "values", None),
    "LeakyReLUModel": ((5,), [6, "leaky", 3], MSE, "values", None),
    "SteepLeakyReLUModel": ((5,), [6, "leaky0.2", 3], MSE, "values", None),
    "ELUModel": ((5,), [6, "elu", 3], MSE, "values", None),
    "DeepELUModel": ((5,), [6, "elu1.7", 3], MSE, "values", None),
    "SELUModel": ((5,), [6, "selu", 3], MSE, "values", None),
    "GELUModel": ((5,), [6, "gelu", 3], MSE, "values", None),
    "SiLUModel": ((5,), [6, "silu", 3], MSE, "values", None),
    "MishModel": ((5,), [6, "mish", 3], MSE, "values", None),
    "HardSwishModel": ((5,), [6, "hardswish", 3], MSE, "values", None),
    "SigmoidModel": ((5,), [6, "sigmoid", 3], MSE, "values", None),
    "TanhModel": ((5,), [6, "tanh", 3], MSE, "values", None),
    "SoftplusModel": ((5,), [6, "softplus", 3], MSE, "values", None),
    "SoftmaxModel": ((5,), [6, "softmax", 3], MSE, "values", None),
    "BiaslessModel": ((5,), [-6, "tanh", -3], MSE, "values", None),
    "SequenceModel": ((4, 3), [5, "tanh", 2], MSE, "values", None),
    "VolumeModel": ((2, 3, 4), [5, "silu", 2], of_values(F.huber_loss), "values", None),
    "FlattenModel": ((3, 4), [2, "tanh", "flatten", 3], cross_entropy(), "labels", "softmax"),
    "FlattenFirstModel": ((2, 3, 2), ["flatten", 4, "gelu", 2], MSE, "values", None),
    "CrossEntropyModel": ((5,), [4], cross_entropy(), "labels", "softmax"),
    "SmoothedCrossEntropyModel": ((5,), [4], cross_entropy(0.1), "labels", "softmax"),
    "WeightedCrossEntropyModel": ((5,), [4], cross_entropy(weights=WEIGHTS), "labels", "softmax"),
    "SmoothedWeightedCrossEntropyModel": ((5,), [4], cross_entropy(0.2, WEIGHTS), "labels", "softmax"),
    "SoftCrossEntropyModel": ((5,), [4], cross_entropy(soft=True), "distribution", "softmax"),
    "SmoothedSoftCrossEntropyModel": ((5,), [4], cross_entropy(0.1, soft=True), "distribution", "softmax"),
    "SequenceCrossEntropyModel": ((5, 3), [4], cross_entropy(), "labels", "softmax"),
    "SequenceWeightedCrossEntropyModel": ((5, 3), [4], cross_entropy(0.1, WEIGHTS), "labels", "softmax"),
    "BinaryCrossEntropyModel": ((5,), [1], binary_cross_entropy(), "probabilities", "sigmoid"),
    "MultiLabelModel": ((5,), [3], binary_cross_entropy(), "probabilities", "sigmoid"),
    "PositiveWeightModel": ((5,), [3], binary_cross_entropy(2.5), "probabilities", "sigmoid"),
    "SequenceBinaryModel": ((4, 3), [2], binary_cross_entropy(0.7), "probabilities", "sigmoid"),
    "MeanSquaredErrorModel": ((5,), [3], MSE, "values", None),
    "BoundedRegressionModel": ((5,), [3, "sigmoid"], MSE, "values", None),
    "MeanAbsoluteErrorModel": ((5,), [3], of_values(F.l1_loss), "values", None),
    "HuberModel": ((5,), [3], of_values(F.huber_loss), "values", None),
    "NarrowHuberModel": ((5,), [3], of_values(F.huber_loss, delta=0.3), "values", None),
    "KLDivergenceModel": ((5,), [4], kl_divergence, "distribution", "softmax"),
    "SequenceKLDivergenceModel": ((4, 3), [4], kl_divergence, "distribution", "softmax"),
    "MlpModel": ((12,), [16, "relu", 8, "relu", 4], cross_entropy(), "labels", "softmax"),
    "LogisticModel": ((9,), [1], binary_cross_entropy(), "probabilities", "sigmoid"),
}


def draw(name):
    """Parameters, input, target and example weights of a case, in float64."""
    shape, layers, _, kind, _ = CASES[name]
    random = np.random.default_rng(zlib.crc32(name.encode()))
    parameters, size, count = {}, list(shape), 0
    for layer in layers:
        if layer == "flatten":
            size = [int(np.prod(size))]
        elif isinstance(layer, int):
            count += 1
            units = abs(layer)
            parameters[f"dense{count}.weight"] = random.normal(0, 1.2 / np.sqrt(size[-1]), (units, size[-1]))
            if layer > 0:
                parameters[f"dense{count}.bias"] = random.normal(0, 0.5, units)
            size[-1] = units
    x = random.normal(0, 1.5, (BATCH, *shape))
    if kind == "labels":
        target = random.integers(0, size[-1], (BATCH, *size[:-1])).astype(np.int32)
    elif kind == "values":
        target = random.normal(0, 1, (BATCH, *size))
    elif kind == "probabilities":
        target = (random.uniform(size=(BATCH, *size)) > 0.5).astype(np.float64)
        target.flat[0] = 0.3
    else:
        target = random.dirichlet(np.ones(size[-1]), (BATCH, *size[:-1]))
        target.reshape(-1, size[-1])[0] = [0.25, 0.0, 0.5, 0.25]
    return parameters, x, target, random.uniform(0.2, 2, BATCH)


def forward(name, parameters, x):
    """The logits (or the values) and the prediction."""
    _, layers, _, _, head = CASES[name]
    count = 0
    for layer in layers:
        if isinstance(layer, str):
            x = ACTIVATIONS[layer](x)
        else:
            count += 1
            x = F.linear(x, parameters[f"dense{count}.weight"], parameters.get(f"dense{count}.bias"))
    return x, ACTIVATIONS[head](x) if head else x


def write(path, tensors):
    """A safetensors file: the header's length, the header, the tensors."""
    header, blobs, end = {}, [], 0
    for name, value in tensors.items():
        array = np.ascontiguousarray(value.detach().numpy() if isinstance(value, torch.Tensor) else value)
        blob = array.tobytes()
        header[name] = {"dtype": CODES[str(array.dtype)], "shape": list(array.shape), "data_offsets": [end, end + len(blob)]}
        blobs.append(blob)
        end += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text + b"".join(blobs))


def read(path):
    """The tensors of a safetensors file."""
    with open(path, "rb") as file:
        data = file.read()
    start = 8 + int.from_bytes(data[:8], "little")
    types = {code: np.dtype(name) for name, code in CODES.items()}
    tensors = {}
    for name, entry in json.loads(data[8:start]).items():
        if name != "__metadata__":
            first, last = entry["data_offsets"]
            tensors[name] = np.frombuffer(data[start + first:start + last], types[entry["dtype"]]).reshape(entry["shape"])
    return tensors


def to_torch(array, dtype):
    return torch.tensor(array) if array.dtype == np.int32 else torch.tensor(array, dtype=dtype)


def layers(precision):
    dtype, tensors = DTYPES[precision], {}
    for name, (_, _, loss, kind, _) in CASES.items():
        parameters, x, target, weights = draw(name)
        parameters = {key: torch.tensor(value, dtype=dtype, requires_grad=True) for key, value in parameters.items()}
        x, t, w = to_torch(x, dtype), to_torch(target, dtype), to_torch(weights, dtype)
        raw, output = forward(name, parameters, x)
        mean, each, counts = loss(raw, t)
        spread = w.repeat_interleave(each.numel() // BATCH).reshape(each.shape)
        weighted = (spread * each).sum() / (spread * counts).sum()
        tensors |= {f"{name}/input": x, f"{name}/target": t, f"{name}/weights": w, f"{name}/output": output}
        tensors |= {f"{name}/parameters/{key}": value for key, value in parameters.items()}
        for title, value in (("mean", mean), ("weighted", weighted)):
            tensors[f"{name}/{title}/loss"] = value
            gradients = torch.autograd.grad(value, list(parameters.values()), retain_graph=True)
            tensors |= {f"{name}/{title}/{key}": gradient for key, gradient in zip(parameters, gradients)}
    write(os.path.join(VECTORS, f"layers.{precision}.safetensors"), tensors)


def groups(parameters, decay):
    """Weight decay is for matrices."""
    matrices = [value for key, value in parameters.items() if key.endswith("weight")]
    others = [value for key, value in parameters.items() if not key.endswith("weight")]
    return [{"params": matrices, "weight_decay": decay}, {"params": others, "weight_decay": 0.0}]


OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(groups(p, 0), lr=0.1),
    "sgd-decay": lambda p: torch.optim.SGD(groups(p, 0.05), lr=0.1),
    "sgd-momentum": lambda p: torch.optim.SGD(groups(p, 0), lr=0.1, momentum=0.9),
    "sgd-momentum-decay": lambda p: torch.optim.SGD(groups(p, 0.05), lr=0.1, momentum=0.9),
    "sgd-nesterov": lambda p: torch.optim.SGD(groups(p, 0), lr=0.1, momentum=0.9, nesterov=True),
    "sgd-nesterov-decay": lambda p: torch.optim.SGD(groups(p, 0.05), lr=0.1, momentum=0.9, nesterov=True),
    "adam": lambda p: torch.optim.Adam(groups(p, 0), lr=0.01),
    "adam-options": lambda p: torch.optim.Adam(groups(p, 0), lr=0.02, betas=(0.8, 0.95), eps=1e-4),
    "adam-decay": lambda p: torch.optim.Adam(groups(p, 0.05), lr=0.01),
    "adamw": lambda p: torch.optim.AdamW(groups(p, 0.01), lr=0.01),
    "adamw-options": lambda p: torch.optim.AdamW(groups(p, 0.1), lr=0.02, betas=(0.8, 0.95), eps=1e-4),
    "rmsprop": lambda p: torch.optim.RMSprop(groups(p, 0), lr=0.01),
    "rmsprop-options": lambda p: torch.optim.RMSprop(groups(p, 0), lr=0.02, alpha=0.9, eps=1e-4),
    "rmsprop-centered": lambda p: torch.optim.RMSprop(groups(p, 0), lr=0.01, centered=True),
    "rmsprop-momentum": lambda p: torch.optim.RMSprop(groups(p, 0), lr=0.01, momentum=0.9),
    "rmsprop-centered-momentum": lambda p: torch.optim.RMSprop(groups(p, 0), lr=0.01, momentum=0.9, centered=True),
    "rmsprop-decay": lambda p: torch.optim.RMSprop(groups(p, 0.05), lr=0.01),
}
CURVE = "OptimizerModel"
CASES[CURVE] = ((6,), [8, "tanh", 4], cross_entropy(), "labels", "softmax")
STEPS = 10


def optimizers(precision):
    dtype = DTYPES[precision]
    drawn, x, target, _ = draw(CURVE)
    x, t = to_torch(x, dtype), to_torch(target, dtype)
    tensors = {"input": x, "target": t} | {f"parameters/{key}": torch.tensor(value, dtype=dtype) for key, value in drawn.items()}
    for name, make in OPTIMIZERS.items():
        parameters = {key: torch.tensor(value, dtype=dtype, requires_grad=True) for key, value in drawn.items()}
        optimizer, losses = make(parameters), []
        for _ in range(STEPS):
            optimizer.zero_grad()
            loss = CASES[CURVE][2](forward(CURVE, parameters, x)[0], t)[0]
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
        tensors[f"{name}/losses"] = torch.stack(losses)
        tensors |= {f"{name}/{key}": value for key, value in parameters.items()}
    write(os.path.join(VECTORS, f"optimizers.{precision}.safetensors"), tensors)


def weights(precision):
    parameters, _, _, _ = draw("MlpModel")
    write(os.path.join(VECTORS, f"weights.{precision}.safetensors"), {key: value.astype(precision) for key, value in parameters.items()})


def check(path):
    """Loads a saved file of MlpModel into torch.nn.Linear and compares its predictions with the committed ones."""
    tensors = read(path)
    precision = str(next(iter(tensors.values())).dtype)
    sizes = [(12, 16), (16, 8), (8, 4)]
    network = torch.nn.ModuleDict({f"dense{i + 1}": torch.nn.Linear(*size, dtype=DTYPES[precision]) for i, size in enumerate(sizes)})
    network.load_state_dict({key: torch.tensor(value) for key, value in tensors.items()}, strict=True)
    expected = read(os.path.join(VECTORS, f"layers.{precision}.safetensors"))
    _, output = forward("MlpModel", network.state_dict(), torch.tensor(expected["MlpModel/input"]))
    difference = float((output - torch.tensor(expected["MlpModel/output"])).abs().max())
    print(f"{precision}: PyTorch loads the file; its predictions differ by {difference:.1e} from the committed ones")
    return difference <= (1e-10 if precision == "float64" else 1e-5)


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--check":
        sys.exit(0 if check(sys.argv[2]) else 1)
    torch.set_num_threads(1)
    os.makedirs(VECTORS, exist_ok=True)
    for chosen in DTYPES:
        layers(chosen)
        optimizers(chosen)
        weights(chosen)
