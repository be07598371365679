#!/usr/bin/python3
"""Whole networks in PyTorch's own modules, whose state has the names of ModelDsl's weight files, for NetworkExchange to compare with.

    apt-get install python3-torch python3-numpy
    /usr/bin/python3 networks.py                   writes vectors/networks.safetensors
    /usr/bin/python3 networks.py --check FILE…     loads weight files that ModelDsl saved and compares their predictions
    /usr/bin/python3 networks.py --save FOLDER     writes PyTorch's weight files, for ModelDsl to load

Weights and inputs follow from their names by a formula that ../Support/Formula.cs repeats, so none is stored.
"""
import os
import sys
from collections import OrderedDict

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from reference import VECTORS, read, write

BATCH = 4


def uniform(name, count):
    """Numbers in [-1, 1): the name by FNV-1a, mixed with the index."""
    seed = 2166136261
    for letter in name.encode():
        seed = (seed ^ letter) * 16777619 % 2**32
    value = (seed + np.arange(count, dtype=np.uint64) * 2654435761) % 2**32
    for _ in range(2):
        value = (value ^ (value >> np.uint64(16))) * np.uint64(0x45D9F3B) % 2**32
    return (value ^ (value >> np.uint64(16))) / 2**31 - 1


def parameter(name, shape):
    role, size = name.split(".")[-1], int(np.prod(shape))
    centre, spread = {"weight": (0.5, 0.2), "running_var": (2.0, 1.0)}.get(role, (0.0, 0.2))
    if role == "weight" and len(shape) > 1:
        centre, spread = 0.0, np.sqrt(6.0 * shape[0] / size)
    return torch.tensor((centre + spread * uniform(name, size)).astype(np.float32).reshape(shape))


class DigitClassifier(nn.Module):
    shape = (28, 28, 1)

    def __init__(self):
        super().__init__()
        self.conv2D1, self.conv2D2, self.dense1 = nn.Conv2d(1, 32, 3), nn.Conv2d(32, 64, 3), nn.Linear(1600, 10)

    def forward(self, x):
        for layer in (self.conv2D1, self.conv2D2):
            x = F.max_pool2d(F.relu(layer(x)), 2)
        # Flattened with the channels last, as ModelDsl's memory has them.
        return self.dense1(x.movedim(1, -1).flatten(1))


def basic(channels, filters, stride):
    return nn.Sequential(OrderedDict([
        ("conv2D1", nn.Conv2d(channels, filters, 3, stride, 1, bias=False)), ("batchNorm1", nn.BatchNorm2d(filters)), ("relu", nn.ReLU()),
        ("conv2D2", nn.Conv2d(filters, filters, 3, 1, 1, bias=False)), ("batchNorm2", nn.BatchNorm2d(filters))]))


class BasicUnit(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.basic = basic(width, width, 1)

    def forward(self, x):
        return F.relu(x + self.basic(x))


class ResNet20(nn.Module):
    shape = (32, 32, 3)

    def __init__(self):
        super().__init__()
        self.conv2D1, self.batchNorm1 = nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16)
        for i, width in enumerate((16, 16, 16, 32, 32, 64, 64)):
            self.add_module(f"basicUnit{i + 1}", BasicUnit(width))
        for i, width in enumerate((16, 32)):
            self.add_module(f"shrink{i + 1}", basic(width, 2 * width, 2))
            projection = nn.Conv2d(width, 2 * width, 1, 2, bias=False)
            self.add_module(f"projection{i + 1}", nn.Sequential(OrderedDict([("conv2D1", projection)])))
        self.dense1 = nn.Linear(64, 10)

    def forward(self, x):
        part = self.get_submodule
        x = F.relu(self.batchNorm1(self.conv2D1(x)))
        for i in range(7):
            if i in (3, 5):
                x = F.relu(part(f"shrink{i // 2}")(x) + part(f"projection{i // 2}")(x))
            x = part(f"basicUnit{i + 1}")(x)
        return self.dense1(x.mean((2, 3)))


NETWORKS = {network.__name__: network for network in (DigitClassifier, ResNet20)}


def state(network):
    """The names and shapes of weight files: all but PyTorch's count of batches."""
    return {name: tuple(value.shape) for name, value in network.state_dict().items() if not name.endswith("num_batches_tracked")}


def make(name, weights, dtype=torch.float64):
    network = NETWORKS[name]().to(dtype)
    missing, unexpected = network.load_state_dict(weights, strict=False)
    assert not unexpected and all(key.endswith("num_batches_tracked") for key in missing), (missing, unexpected)
    return network


def drawn(name):
    return {key: parameter(key, shape) for key, shape in state(NETWORKS[name]()).items()}


def batch(name, dtype=torch.float64):
    shape = (BATCH, *NETWORKS[name].shape)
    x = uniform("input", int(np.prod(shape))).astype(np.float32).reshape(shape)
    return torch.tensor(x, dtype=dtype).movedim(-1, 1)


def predict(network, x):
    with torch.no_grad():
        return torch.softmax(network.eval()(x), -1)


def vectors():
    tensors = {}
    for name in NETWORKS:
        network = make(name, drawn(name))
        tensors[f"{name}/output"] = predict(network, batch(name))
        if name == "ResNet20":
            loss = F.cross_entropy(network.train()(batch(name)), torch.arange(BATCH))
            loss.backward()
            tensors[f"{name}/loss"] = loss
            for key, value in network.named_parameters():
                direction = torch.tensor(uniform("along " + key, value.numel()))
                tensors[f"{name}/slopes/{key}"] = direction @ value.grad.flatten()
            tensors |= {f"{name}/buffers/{key}": value for key, value in network.named_buffers() if "running" in key}
    write(os.path.join(VECTORS, "networks.safetensors"), tensors)


def check(path):
    """Loads a saved file into PyTorch's modules and compares the predictions with the committed ones."""
    weights = {key: torch.tensor(value) for key, value in read(path).items()}
    name = next(name for name in NETWORKS if set(state(NETWORKS[name]())) == set(weights))
    expected = torch.tensor(read(os.path.join(VECTORS, "networks.safetensors"))[f"{name}/output"])
    difference = float((predict(make(name, weights, torch.float32), batch(name, torch.float32)) - expected).abs().max())
    print(f"{name}: PyTorch loads the file; its predictions differ by {difference:.1e} from the committed ones")
    return difference <= 1e-5


if __name__ == "__main__":
    torch.set_num_threads(1)
    if sys.argv[1:2] == ["--check"]:
        sys.exit(0 if all([check(path) for path in sys.argv[2:]]) else 1)
    elif sys.argv[1:2] == ["--save"]:
        for title in NETWORKS:
            write(os.path.join(sys.argv[2], f"{title}.safetensors"), drawn(title))
    else:
        vectors()
