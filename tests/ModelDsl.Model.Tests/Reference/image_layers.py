"""The layers of ModelDsl in PyTorch's operations. Values keep ModelDsl's axes, (batch, height, width, channels); parameters have PyTorch's.

A layer is a function of a scope, which names and draws its parameters, and a value. A list of layers is a network or a block.
"""
import math

import numpy as np
import torch
import torch.nn.functional as F


class Network:
    """Parameters and buffers by their names in weight files, each drawn when it is first asked for."""

    def __init__(self, seed, dtype=torch.float64):
        self.random, self.dtype, self.training = np.random.default_rng(seed), dtype, True
        self.parameters, self.buffers = {}, {}

    def draw(self, values):
        """As a tensor, of numbers that float32 holds exactly."""
        return torch.tensor(np.asarray(values).astype(np.float32), dtype=self.dtype)

    def __call__(self, layers, x):
        """What the layers make of a value (or of several, where they begin with towers). Batch norms move their buffers in training."""
        return run(Scope(self, ""), layers, x)


class Scope:
    """The model, a block or a layer: the first part of the names of what is in it."""

    def __init__(self, network, path):
        self.network, self.path, self.counts = network, path, {}

    def layer(self, stem):
        self.counts[stem] = self.counts.get(stem, 0) + 1
        return self.block(f"{stem}{self.counts[stem]}")

    def block(self, name):
        return Scope(self.network, f"{self.path}{name}.")

    def parameter(self, role, shape, spread, centre=0.0):
        name = self.path + role
        if name not in self.network.parameters:
            self.network.parameters[name] = self.network.draw(self.network.random.normal(centre, spread, shape)).requires_grad_()
        return self.network.parameters[name]

    def weight(self, *shape):
        return self.parameter("weight", shape, 1.2 / math.sqrt(np.prod(shape[1:])))

    def bias(self, size, wanted=True):
        return self.parameter("bias", (size,), 0.5) if wanted else None

    def scale(self, size, wanted=True):
        return self.parameter("weight", (size,), 0.3, 1.0) if wanted else None

    def buffer(self, role, size, low, high):
        name = self.path + role
        if name not in self.network.buffers:
            self.network.buffers[name] = self.network.draw(self.network.random.uniform(low, high, size))
        return self.network.buffers[name]


def run(scope, layers, x):
    for layer in layers:
        x = layer(scope, x)
    return x


def first(x):
    return x.movedim(-1, 1)


def last(x):
    return x.movedim(1, -1)


def pair(value, rank):
    return (value,) * rank if isinstance(value, int) else tuple(value)


def surround(x, kernel, stride, dilation, padding, value=0.0):
    """Padding as a step of its own, so that "same" may put more at the end: Keras's rule."""
    pads = []
    for axis, (k, s, d) in enumerate(zip(kernel, stride, dilation)):
        size = x.shape[2 + axis]
        total = max(0, (-(-size // s) - 1) * s + d * (k - 1) + 1 - size)
        pads = [total // 2, total - total // 2, *pads]
    if padding != "same":
        pads = [size for pad in reversed(pair(padding, len(kernel))) for size in (pad, pad)]
    return F.pad(x, pads, value=value)


# --- weights

def dense(units, bias=True):
    def layer(scope, x):
        scope = scope.layer("dense")
        return F.linear(x, scope.weight(units, x.shape[-1]), scope.bias(units, bias))
    return layer


def convolution(filters, kernel, stride=1, dilation=1, groups=1, padding=0, bias=True, rank=2):
    kernel, stride, dilation = pair(kernel, rank), pair(stride, rank), pair(dilation, rank)

    def layer(scope, x):
        scope = scope.layer(f"conv{rank}D")
        w, b = scope.weight(filters, x.shape[-1] // groups, *kernel), scope.bias(filters, bias)
        x = surround(first(x), kernel, stride, dilation, padding)
        return last((F.conv1d, F.conv2d)[rank - 1](x, w, b, stride, 0, dilation, groups))
    return layer


def depthwise(kernel, multiplier=1, stride=1, dilation=1, padding=0, bias=True):
    kernel, stride, dilation = pair(kernel, 2), pair(stride, 2), pair(dilation, 2)

    def layer(scope, x):
        scope, channels = scope.layer("depthwiseConv2D"), x.shape[-1]
        w, b = scope.weight(channels * multiplier, 1, *kernel), scope.bias(channels * multiplier, bias)
        x = surround(first(x), kernel, stride, dilation, padding)
        return last(F.conv2d(x, w, b, stride, 0, dilation, channels))
    return layer


def separable(filters, kernel, multiplier=1, stride=1, dilation=1, padding=0, bias=True):
    kernel, stride, dilation = pair(kernel, 2), pair(stride, 2), pair(dilation, 2)

    def layer(scope, x):
        scope, channels = scope.layer("separableConv2D"), x.shape[-1]
        wide = channels * multiplier
        each = scope.parameter("depthwise", (wide, 1, *kernel), 1.2 / math.sqrt(np.prod(kernel)))
        across = scope.parameter("pointwise", (filters, wide, 1, 1), 1.2 / math.sqrt(wide))
        x = F.conv2d(surround(first(x), kernel, stride, dilation, padding), each, None, stride, 0, dilation, channels)
        return last(F.conv2d(x, across, scope.bias(filters, bias)))
    return layer


def transposed(filters, kernel, stride=1, dilation=1, groups=1, padding=0, output_padding=0, bias=True):
    kernel, stride, dilation = pair(kernel, 2), pair(stride, 2), pair(dilation, 2)

    def layer(scope, x):
        scope, channels = scope.layer("convTranspose2D"), x.shape[-1]
        w, b = scope.weight(channels, filters // groups, *kernel), scope.bias(filters, bias)
        if padding != "same":
            return last(F.conv_transpose2d(first(x), w, b, stride, padding, output_padding, groups, dilation))
        full = F.conv_transpose2d(first(x), w, None, stride, 0, 0, groups, dilation)
        for axis, (k, s, d) in enumerate(zip(kernel, stride, dilation)):
            size = x.shape[1 + axis]
            before = max(0, d * (k - 1) + 1 - s) // 2
            full = torch.cat([full, full.new_zeros(*full.shape[:2 + axis], s, *full.shape[3 + axis:])], 2 + axis)
            full = full.narrow(2 + axis, before, size * s)
        return last(full if b is None else full + b[:, None, None])
    return layer


def prelu(shared=False):
    def layer(scope, x):
        size = 1 if shared else x.shape[-1]
        return last(F.prelu(first(x), scope.layer("prelu").parameter("weight", (size,), 0.2, 0.3)))
    return layer


# --- pools

def max_pool(window, stride=None, padding=0, rank=2):
    window = pair(window, rank)
    stride = window if stride is None else pair(stride, rank)

    def layer(scope, x):
        x = surround(first(x), window, stride, (1,) * rank, padding, -math.inf)
        return last((F.max_pool1d, F.max_pool2d)[rank - 1](x, window, stride))
    return layer


def average_pool(window, stride=None, padding=0, rank=2):
    window = pair(window, rank)
    stride = window if stride is None else pair(stride, rank)
    pool = (F.avg_pool1d, F.avg_pool2d)[rank - 1]

    def layer(scope, x):
        if padding != "same":
            return last(pool(first(x), window, stride, padding, count_include_pad=False))
        padded, there = (surround(first(v), window, stride, (1,) * rank, padding) for v in (x, torch.ones_like(x)))
        return last(pool(padded, window, stride) / pool(there, window, stride))
    return layer


def global_average(scope, x):
    return x.flatten(1, -2).mean(1)


def global_max(scope, x):
    return x.flatten(1, -2).amax(1)


# --- normalisation

def batch_norm(momentum=0.1, epsilon=1e-5, scale=True, offset=True):
    def layer(scope, x):
        network, scope, size = scope.network, scope.layer("batchNorm"), x.shape[-1]
        w, b = scope.scale(size, scale), scope.bias(size, offset)
        mean, variance = scope.buffer("running_mean", size, -0.5, 0.5), scope.buffer("running_var", size, 0.5, 1.5)
        return last(F.batch_norm(first(x), mean, variance, w, b, network.training, momentum, epsilon))
    return layer


def layer_norm(epsilon=1e-5, scale=True, offset=True):
    def layer(scope, x):
        scope, size = scope.layer("layerNorm"), x.shape[-1]
        return F.layer_norm(x, (size,), scope.scale(size, scale), scope.bias(size, offset), epsilon)
    return layer


def rms_norm(epsilon=1e-6, scale=True):
    """Zhang and Sennrich 2019, equation 4; PyTorch 1.13 has none."""
    def layer(scope, x):
        y = x / torch.sqrt((x * x).mean(-1, keepdim=True) + epsilon)
        w = scope.layer("rmsNorm").scale(x.shape[-1], scale)
        return y if w is None else y * w
    return layer


def group_norm(groups, epsilon=1e-5, scale=True, offset=True):
    def layer(scope, x):
        scope, size = scope.layer("groupNorm"), x.shape[-1]
        return last(F.group_norm(first(x), groups, scope.scale(size, scale), scope.bias(size, offset), epsilon))
    return layer


def instance_norm(epsilon=1e-5, scale=False, offset=False):
    def layer(scope, x):
        scope, size = scope.layer("instanceNorm"), x.shape[-1]
        return last(F.instance_norm(first(x), weight=scope.scale(size, scale), bias=scope.bias(size, offset), eps=epsilon))
    return layer


# --- moves

def upsample(factor, bilinear=False):
    options = {"mode": "bilinear", "align_corners": False} if bilinear else {"mode": "nearest"}

    def layer(scope, x):
        return last(F.interpolate(first(x), scale_factor=tuple(float(f) for f in pair(factor, 2)), **options))
    return layer


def zero_padding(top, bottom, left, right):
    return lambda scope, x: F.pad(x, (0, 0, left, right, top, bottom))


def reshape(*shape):
    return lambda scope, x: x.reshape(len(x), *shape)


def permute(*axes):
    return lambda scope, x: x.permute(0, *axes)


def flatten(scope, x):
    return x.flatten(1)


def identity(scope, x):
    return x


def plain(function):
    return lambda scope, x: function(x)


relu, tanh, sigmoid, gelu, silu = (plain(f) for f in (F.relu, torch.tanh, torch.sigmoid, F.gelu, F.silu))


def softmax(scope, x):
    return torch.softmax(x, -1)


# --- combinators: a branch is (name of the block, its layers)

def block(name, layers):
    return lambda scope, x: run(scope.block(name), layers, x)


def residual(name, layers):
    return lambda scope, x: x + run(scope.block(name), layers, x)


def repeat(name, count, layers, shared=False):
    def layer(scope, x):
        for i in range(count):
            x = run(scope.block(name if shared else f"{name}{i + 1}"), layers, x)
        return x
    return layer


def branches(scope, x, named):
    """Each branch after the same value, or, of towers, after the value of its own."""
    inputs = x if isinstance(x, (list, tuple)) else [x] * len(named)
    return [run(scope.block(name), layers, value) for (name, layers), value in zip(named, inputs)]


def add(*named):
    return lambda scope, x: sum(branches(scope, x, named))


def multiply(*named):
    return lambda scope, x: math.prod(branches(scope, x, named))


def concatenate(*named, axis=-1):
    return lambda scope, x: torch.cat(branches(scope, x, named), axis)


def dot(*named):
    def layer(scope, x):
        left, right = branches(scope, x, named)
        return (left * right).sum(-1, keepdim=True)
    return layer
