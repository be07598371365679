#!/usr/bin/python3
"""Weight files of recurrence and attention: the state of PyTorch's own modules under the names of ModelDsl's layers, for SequenceExchange.

    apt-get install python3-torch python3-numpy
    /usr/bin/python3 sequence_weights.py                   writes vectors/weights.*Model.float32.safetensors, after sequences.py
    /usr/bin/python3 sequence_weights.py --check FILE…     loads weight files that ModelDsl saved and compares their predictions

The weights are those that sequences.py drew, so that its inputs and predictions serve here too.
"""
import os
import sys

import torch
import torch.nn as nn

from reference import VECTORS, read, write

TOLERANCE = 1e-5
MODULES = {
    "RNNModel": lambda: {"rnn1": nn.RNN(3, 4, batch_first=True), "dense1": nn.Linear(4, 2)},
    "LSTMModel": lambda: {"lstm1": nn.LSTM(3, 4, batch_first=True), "dense1": nn.Linear(4, 2)},
    "GRUModel": lambda: {"gru1": nn.GRU(3, 4, batch_first=True), "dense1": nn.Linear(4, 2)},
    "AttentionModel": lambda: {"multiHeadAttention1": nn.MultiheadAttention(6, 2, batch_first=True), "dense1": nn.Linear(6, 2)},
}


def loaded(name, weights):
    network = nn.ModuleDict(MODULES[name]())
    network.load_state_dict({key: torch.tensor(value) for key, value in weights.items()}, strict=True)
    return network


def predict(network, x):
    for layer in network.values():
        x = layer(x, x, x) if isinstance(layer, nn.MultiheadAttention) else layer(x)
        x = x[0] if isinstance(x, tuple) else x
    return x


def difference(name, network, vectors):
    """How far the modules' predictions in single precision are from those of the vectors, relative to the largest."""
    output = torch.tensor(vectors[f"{name}/output"])
    return float((predict(network, torch.tensor(vectors[f"{name}/input"])) - output).abs().max() / output.abs().max())


def save(name, vectors):
    start = f"{name}/parameters/"
    network = loaded(name, {key[len(start):]: value for key, value in vectors.items() if key.startswith(start)})
    assert difference(name, network, vectors) <= TOLERANCE
    write(os.path.join(VECTORS, f"weights.{name}.float32.safetensors"), network.state_dict())


def check(path, vectors):
    """Loads a saved file into PyTorch's modules and compares the predictions with the committed ones."""
    weights = read(path)
    name = next(name for name in MODULES if set(nn.ModuleDict(MODULES[name]()).state_dict()) == set(weights))
    distance = difference(name, loaded(name, weights), vectors)
    print(f"{name}: PyTorch loads the file; its predictions differ by {distance:.1e} of the largest of the committed ones")
    return distance <= TOLERANCE


if __name__ == "__main__":
    torch.set_num_threads(1)
    committed = read(os.path.join(VECTORS, "sequences.safetensors"))
    if sys.argv[1:2] == ["--check"]:
        sys.exit(0 if all([check(path, committed) for path in sys.argv[2:]]) else 1)
    for title in MODULES:
        save(title, committed)
