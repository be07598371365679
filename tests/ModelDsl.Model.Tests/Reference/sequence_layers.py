"""The layers of sequences in PyTorch's own modules; what PyTorch 1.13 has no module for is written out. Values are (batch, steps, features).

Layers are as in image_layers.py, functions of a scope and a value. Where examples have lengths, the layer `shortened` comes first and the network
knows them from then on; towers each begin with their own.
"""
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from image_layers import Network, run

CELLS = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}


class Sequences(Network):
    """A network that keeps PyTorch's modules by their paths, and the lengths of the examples, None where all steps count."""

    def __init__(self, seed):
        super().__init__(seed)
        self.modules, self.lengths = {}, None

    def module(self, path, make, rename):
        """The module of a path: made, and its parameters drawn, when it is first asked for."""
        if path not in self.modules:
            module = self.modules[path] = make().to(self.dtype)
            for role, value in module.named_parameters():
                spread = 0.5 if value.dim() == 1 else 1.2 / math.sqrt(value.shape[1])
                value.data = self.draw(self.random.normal(0, spread, value.shape))
                self.parameters[rename(role)] = value
        return self.modules[path]


def module(scope, make):
    return scope.network.module(scope.path, make, lambda role: scope.path + role)


def counted(network, steps):
    """Whether each step lies before its example's length, (batch, steps); None where all do."""
    return None if network.lengths is None else torch.arange(steps) < network.lengths[:, None]


def shortened(scope, x):
    """Takes the lengths that come with a value."""
    value, lengths = x
    scope.network.lengths = lengths[:, 0].long()
    return value


# --- ids and positions

def embedding(count, width, padding=None):
    def layer(scope, x):
        return module(scope.layer("embedding"), lambda: nn.Embedding(count, width, padding))(x.long())
    return layer


def positional(scope, x):
    return x + scope.layer("positionalEmbedding").parameter("weight", x.shape[1:], 0.5)


def sinusoids(scope, x):
    """Vaswani et al. 2017, section 3.5."""
    _, steps, width = x.shape
    angles = torch.arange(steps)[:, None] / 10000.0 ** (torch.arange(0, width, 2, dtype=x.dtype) / width)
    return x + torch.stack([angles.sin(), angles.cos()], -1).flatten(1)


def tied(scope, x):
    return F.linear(x, scope.network.parameters["embedding1.weight"])


# --- recurrence

def states(network, cell, x):
    """All states of a cell, 0 behind the lengths, and the last of each direction side by side."""
    if network.lengths is None:
        values, last = cell(x)
    else:
        packed, last = cell(pack_padded_sequence(x, network.lengths, batch_first=True, enforce_sorted=False))
        values, _ = pad_packed_sequence(packed, batch_first=True, total_length=x.shape[1])
    return values, torch.cat([*(last[0] if isinstance(last, tuple) else last)], -1)


def recurrent(stem, units, **options):
    def layer(scope, x):
        cell = module(scope.layer(stem), lambda: CELLS[stem](x.shape[-1], units, batch_first=True, **options))
        return states(scope.network, cell, x)[0]
    return layer


def bidirectional(name, stem, units, summary=False):
    """PyTorch's cell of two directions, which are two blocks here; all states, or the last of each."""
    def layer(scope, x):
        def rename(role):
            block = f"{name}Reverse" if role.endswith("_reverse") else name
            return f"{scope.path}{block}.{stem}1.{role.removesuffix('_reverse')}"

        make = lambda: CELLS[stem](x.shape[-1], units, batch_first=True, bidirectional=True)
        return states(scope.network, scope.network.module(f"{scope.path}{name}", make, rename), x)[int(summary)]
    return layer


# --- attention

def attention(heads, causal=False, bias=True):
    def layer(scope, x):
        steps, there = x.shape[1], counted(scope.network, x.shape[1])
        cell = module(scope.layer("multiHeadAttention"), lambda: nn.MultiheadAttention(x.shape[-1], heads, bias=bias, batch_first=True))
        behind = torch.ones(steps, steps, dtype=torch.bool).triu(1) if causal else None
        return cell(x, x, x, key_padding_mask=None if there is None else ~there, need_weights=False, attn_mask=behind)[0]
    return layer


def cross_attention(heads, query, memory, bias=True):
    """Attention of what one block gives to what another gives; a block is (name, layers), or None for the value itself."""
    def layer(scope, x):
        network, outer = scope.network, scope.network.lengths
        inputs = x if isinstance(x, list) else [x, x]
        q, m = (value if each is None else run(scope.block(each[0]), each[1], value) for each, value in zip((query, memory), inputs))
        there, network.lengths = counted(network, m.shape[1]), outer
        width = m.shape[-1]
        cell = module(scope.layer("crossAttention"), lambda: nn.MultiheadAttention(q.shape[-1], heads, bias=bias, kdim=width, vdim=width, batch_first=True))
        return cell(q, m, m, key_padding_mask=None if there is None else ~there, need_weights=False)[0]
    return layer


def turned(x):
    """Features i and i + d/2 of a head at step t by the angle t·10000^(−2i/d) (Su et al. 2021); x is (batch, heads, steps, d)."""
    steps, size = x.shape[-2:]
    angles = torch.arange(steps)[:, None] * 10000.0 ** (-torch.arange(0, size, 2, dtype=x.dtype) / size)
    a, b = x.chunk(2, -1)
    return torch.cat([a * angles.cos() - b * angles.sin(), b * angles.cos() + a * angles.sin()], -1)


def written_attention(heads, key_heads, causal=False, rotary=False, linear_bias=False):
    """Attention with what nn.MultiheadAttention lacks: key heads that serve several (Ainslie et al. 2023), turned features, ALiBi (Press et al. 2022)."""
    def layer(scope, x):
        scope = scope.layer("multiHeadAttention")
        batch, steps, width = x.shape
        size = width // heads
        rows = (heads + 2 * key_heads) * size
        weight, bias = scope.parameter("in_proj_weight", (rows, width), 1.2 / math.sqrt(width)), scope.parameter("in_proj_bias", (rows,), 0.5)
        parts = F.linear(x, weight, bias).split([heads * size, key_heads * size, key_heads * size], -1)
        q, k, v = (part.reshape(batch, steps, -1, size).transpose(1, 2) for part in parts)
        q, k = (turned(q), turned(k)) if rotary else (q, k)
        k, v = (part.repeat_interleave(heads // key_heads, 1) for part in (k, v))
        scores = q @ k.transpose(-1, -2) / math.sqrt(size)
        apart = torch.arange(steps) - torch.arange(steps)[:, None]
        if linear_bias:
            scores = scores - 2.0 ** (-8 * torch.arange(1, heads + 1, dtype=x.dtype) / heads)[:, None, None] * apart.abs()
        scores = scores.masked_fill(apart > 0, -math.inf) if causal else scores
        mixed = (torch.softmax(scores, -1) @ v).transpose(1, 2).flatten(2)
        weight, bias = scope.parameter("out_proj.weight", (width, width), 1.2 / math.sqrt(width)), scope.parameter("out_proj.bias", (width,), 0.5)
        return F.linear(mixed, weight, bias)
    return layer


# --- moves and pools that know lengths

def last_step(scope, x):
    lengths = scope.network.lengths
    return x[:, -1] if lengths is None else x[torch.arange(len(x)), lengths - 1]


def reverse(scope, x):
    """The steps that count in reverse; the others keep their places."""
    lengths = scope.network.lengths
    ends = [x.shape[1]] * len(x) if lengths is None else lengths.tolist()
    return torch.stack([torch.cat([steps[:end].flip(0), steps[end:]]) for steps, end in zip(x, ends)])


def masked(scope, x, value=0.0):
    """The value in place of steps that do not count."""
    there = counted(scope.network, x.shape[1])
    return x if there is None else x.masked_fill(~there[..., None], value)


def average_of_steps(scope, x):
    return masked(scope, x).sum(1) / scope.network.lengths[:, None]


def largest_of_steps(scope, x):
    return masked(scope, x, -math.inf).amax(1)
