#!/usr/bin/python3
"""Writes what PyTorch computes for the models of images and blocks in ../Models, for ImageReferenceTests to compare with.

    apt-get install python3-torch python3-numpy
    /usr/bin/python3 images.py                     writes vectors/images.safetensors

Inputs, parameters and buffers are numbers that float32 holds exactly, stored as such; everything else is computed, and stored, in float64,
so that one file serves both precisions.
"""
import os
import zlib

import numpy as np
import torch

from image_layers import *
from reference import MSE, VECTORS, binary_cross_entropy, cross_entropy, write

BATCH = 3
STEPS = 10

UNIT = [dense(4), tanh]
LEFT, RIGHT, NARROW = ("left", [dense(4), tanh]), ("right", [dense(4), sigmoid]), ("narrow", [dense(2), tanh])
UPPER, LOWER, SKIP = ("upper", [dense(4), gelu, layer_norm()]), ("lower", [dense(4), silu, dense(4)]), ("identity", [identity])
ATTENTION = ("attention", [global_average, dense(2), relu, dense(4), sigmoid, reshape(1, 1, 4)])


def normed(width):
    return [residual("unit", [dense(width), tanh]), layer_norm()]


def basic(width, stride=1):
    first_convolution = convolution(width, 3, stride=stride, padding=1, bias=False)
    return [first_convolution, batch_norm(), relu, convolution(width, 3, padding=1, bias=False), batch_norm()]


DEEP = [dense(8), gelu, repeat("normed", 2, normed(8)), dense(4)]
USER, ITEM = ("userTower", [dense(4), tanh, dense(2)]), ("itemTower", [dense(5), silu, dense(2)])
IMAGE = ("imageTower", [convolution(3, 3), relu, global_average])
TWIN = ("twin", [dense(4), tanh, dense(2)])


def after(units, *layers):
    """The layer under test after one with weights, so that its input's gradient counts too."""
    return [dense(units), tanh, *layers]


KIND, PLACE = ("kindHead", [dense(3)]), ("placeHead", [dense(2)])


def two_heads(raw, target):
    """Cross-entropy of three classes, and half the squared error of two values, of each example."""
    kind = torch.nn.functional.cross_entropy(raw[:, :3], target[:, 0].long(), reduction="none")
    place = ((raw[:, 3:] - target[:, 1:]) ** 2).mean(1)
    return None, kind + 0.5 * place, torch.ones_like(kind)


def of_two_heads(scope, x):
    return torch.cat([torch.softmax(x[:, :3], 1), x[:, 3:]], 1)


# class name -> shape of the input (of each, where there are several), layers; loss, kind of target, and head where they are not values
CASES = {
    "Conv1DModel": ((7, 2), after(3, convolution(4, 3, rank=1))),
    "StridedConv1DModel": ((8, 2), after(4, convolution(3, 4, stride=2, padding="same", rank=1))),
    "DilatedConv1DModel": ((7, 2), after(3, convolution(4, 3, dilation=2, padding=1, bias=False, rank=1))),
    "GroupedConv1DModel": ((6, 2), after(4, convolution(6, 3, groups=2, rank=1))),
    "Conv2DModel": ((6, 5, 2), after(3, convolution(4, 3))),
    "SameConv2DModel": ((5, 4, 2), after(3, convolution(4, 3, padding="same"))),
    "RectangularConv2DModel": ((5, 4, 2), after(3, convolution(2, (2, 4), padding="same"))),
    "StridedConv2DModel": ((7, 5, 2), after(3, convolution(4, 3, stride=2))),
    "StridedSameConv2DModel": ((6, 7, 2), after(3, convolution(4, 3, stride=(2, 3), padding="same"))),
    "DilatedStridedConv2DModel": ((5, 6, 2), after(3, convolution(4, 3, stride=3, dilation=2, padding=2))),
    "DilatedConv2DModel": ((6, 5, 2), after(3, convolution(4, 3, dilation=(2, 1)))),
    "GroupedConv2DModel": ((4, 5, 2), after(4, convolution(6, 3, groups=2, padding=1))),
    "ExplicitConv2DModel": ((4, 5, 2), after(3, convolution(3, 3, padding=(2, 1)))),
    "BiaslessConv2DModel": ((5, 4, 2), after(3, convolution(4, 2, bias=False))),
    "PointwiseConv2DModel": ((3, 4, 2), after(3, convolution(5, 1))),
    "StridedPointwiseConv2DModel": ((5, 3, 2), after(3, convolution(4, 1, stride=2, bias=False))),
    "FirstConv2DModel": (
        (6, 6, 1), [convolution(4, 3), relu, convolution(3, 2), relu, flatten, dense(3)], cross_entropy(), "labels", softmax),
    "WideConv2DModel": ((4, 3, 3), [convolution(9, 3, padding=1), tanh, convolution(18, 2)]),
    "DepthwiseConv2DModel": ((5, 4, 2), after(3, depthwise(3, padding="same"))),
    "MultipliedDepthwiseConv2DModel": (
        (6, 5, 2), after(3, depthwise((2, 3), multiplier=2, stride=(2, 1), dilation=2, padding=1, bias=False))),
    "SeparableConv2DModel": ((5, 4, 2), after(3, separable(4, 3, padding="same"))),
    "StridedSeparableConv2DModel": ((5, 7, 2), after(3, separable(4, 3, multiplier=2, stride=2, bias=False))),
    "ConvTranspose2DModel": ((3, 2, 2), after(3, transposed(4, 3))),
    "StridedConvTranspose2DModel": ((3, 2, 2), after(3, transposed(4, 3, stride=2, padding=1, output_padding=1))),
    "GroupedConvTranspose2DModel": ((3, 2, 2), after(4, transposed(6, (2, 3), groups=2, stride=(2, 1), bias=False))),
    "SameConvTranspose2DModel": ((3, 2, 2), after(3, transposed(4, 3, stride=2, padding="same"))),
    "DilatedConvTranspose2DModel": ((3, 3, 2), after(3, transposed(2, 2, dilation=2, padding=1))),
    "MaxPool1DModel": ((6, 2), [dense(3), max_pool(2, rank=1), tanh, dense(2)]),
    "OverlappingMaxPool1DModel": ((7, 2), after(3, max_pool(3, stride=2, padding=1, rank=1), dense(2))),
    "AveragePool1DModel": ((6, 2), after(3, average_pool(3, rank=1))),
    "SameAveragePool1DModel": ((5, 2), after(3, average_pool(4, stride=2, padding="same", rank=1))),
    "MaxPool2DModel": ((6, 4, 2), [dense(3), max_pool(2), tanh, dense(2)]),
    "OverlappingMaxPool2DModel": ((5, 7, 2), [dense(3), silu, max_pool(3, stride=2, padding=1)]),
    "RectangularMaxPool2DModel": ((5, 6, 2), [dense(3), silu, max_pool((2, 3), stride=(1, 2), padding="same")]),
    "AveragePool2DModel": ((6, 4, 2), after(3, average_pool(2))),
    "OverlappingAveragePool2DModel": ((5, 7, 2), after(3, average_pool(3, stride=2, padding=1))),
    "RectangularAveragePool2DModel": ((5, 6, 2), after(3, average_pool((2, 3), stride=(1, 2), padding="same"))),
    "GlobalAveragePoolModel": ((3, 4, 2), after(3, global_average, dense(2))),
    "SequenceAveragePoolModel": ((5, 2), after(3, global_average)),
    "GlobalMaxPoolModel": ((3, 4, 2), [dense(3), silu, global_max, dense(2)]),
    "SequenceMaxPoolModel": ((5, 2), [dense(3), silu, global_max]),
    "LargeMaxPool2DModel": ((17, 16, 1), [dense(2), silu, max_pool((17, 16)), flatten, dense(2)]),
    "BatchNormModel": ((4, 3, 2), [convolution(3, 2, bias=False), batch_norm(), tanh, dense(2)]),
    "DenseBatchNormModel": ((5,), [dense(4, False), batch_norm(), relu, dense(3)], cross_entropy(), "labels", softmax),
    "PlainBatchNormModel": (
        (5, 3), [batch_norm(0.3, 0.01, False, False), dense(2, False), batch_norm(offset=False), tanh, dense(2)]),
    "LayerNormModel": ((4, 2), after(4, layer_norm(), dense(2))),
    "PlainLayerNormModel": ((5,), [dense(4), silu, layer_norm(0.01, False, False), dense(2)]),
    "RMSNormModel": ((4, 2), after(4, rms_norm(), dense(2))),
    "PlainRMSNormModel": ((5,), [dense(4), silu, rms_norm(0.01, False), dense(2)]),
    "GroupNormModel": ((3, 2, 2), [dense(6), silu, group_norm(3), dense(2)]),
    "PlainGroupNormModel": ((4, 2), [dense(4), silu, group_norm(2, 0.01, False, False), dense(2)]),
    "InstanceNormModel": ((3, 4, 2), [dense(3), silu, instance_norm(), dense(2)]),
    "AffineInstanceNormModel": ((3, 4, 2), [dense(3), silu, instance_norm(0.01, True, True), dense(2)]),
    "Upsample2DModel": ((3, 2, 2), after(3, upsample(2))),
    "RectangularUpsample2DModel": ((2, 3, 2), after(3, upsample((3, 1)))),
    "BilinearUpsample2DModel": ((3, 2, 2), after(3, upsample(2, True))),
    "RectangularBilinearUpsample2DModel": ((2, 3, 2), after(3, upsample((3, 2), True))),
    "ZeroPadding2DModel": ((3, 2, 2), after(3, zero_padding(1, 1, 1, 1), convolution(2, 2))),
    "RectangularZeroPadding2DModel": ((3, 2, 2), after(3, zero_padding(1, 1, 2, 2), convolution(2, 2))),
    "UnevenZeroPadding2DModel": ((3, 2, 2), after(3, zero_padding(1, 0, 2, 3), convolution(2, 2))),
    "ReshapeModel": ((12,), after(12, reshape(2, -1, 3), convolution(2, 2))),
    "PermuteModel": ((3, 2, 2), after(4, permute(3, 1, 2), dense(3))),
    "SequencePermuteModel": ((4, 2), after(3, permute(2, 1), dense(2))),
    "PReLUModel": ((3, 2, 2), [dense(3), prelu(), dense(2)]),
    "SharedPReLUModel": ((5,), [dense(4), prelu(shared=True), dense(2)]),
    "ResidualModel": ((3,), after(4, residual("unit", UNIT), dense(2))),
    "TwiceResidualModel": ((4,), [residual("unit1", UNIT), residual("unit2", UNIT), dense(2)]),
    "RepeatOnceModel": ((4,), [repeat("unit", 1, UNIT), dense(2)]),
    "RepeatModel": ((4,), [repeat("unit", 3, UNIT), dense(2)]),
    "SharedRepeatModel": ((4,), [repeat("unit", 3, UNIT, shared=True), dense(2)]),
    "RepeatResidualModel": ((3,), [dense(4), repeat("normed", 3, normed(4)), dense(2)]),
    "RepeatInRepeatModel": ((3,), after(4, repeat("deep", 2, DEEP), tanh, dense(2))),
    "RepeatBatchNormModel": ((4,), [repeat("normUnit", 3, [dense(4, False), batch_norm(), tanh]), dense(2)]),
    "AddModel": ((4,), [add(LEFT, RIGHT), dense(2)]),
    "AddThreeModel": ((3,), [add(LEFT, RIGHT, UPPER), tanh, dense(2)]),
    "AddFourModel": ((3,), after(4, add(LEFT, RIGHT, UPPER, LOWER))),
    "SkipModel": ((3,), after(4, add(LEFT, SKIP))),
    "TwoOfAKindModel": ((4,), [add(("unit1", UNIT), ("unit2", UNIT)), dense(2)]),
    "MultiplyModel": ((3,), [multiply(LEFT, RIGHT), dense(2)]),
    "MultiplyThreeModel": ((3,), after(4, multiply(LEFT, RIGHT, SKIP), dense(2))),
    "ChannelAttentionModel": ((3, 4, 2), [convolution(4, 2), tanh, multiply(SKIP, ATTENTION), convolution(2, 2)]),
    "ConcatenateModel": ((3,), [concatenate(LEFT, NARROW), dense(2)]),
    "ConcatenateThreeModel": ((3, 2), after(3, concatenate(LEFT, NARROW, SKIP), dense(2))),
    "ConcatenateAxisModel": ((3, 2), after(4, concatenate(LEFT, RIGHT, axis=1), dense(2))),
    "DotModel": ((3,), [dot(LEFT, RIGHT), dense(2)]),
    "NestedModel": ((3,), after(4, residual("deep", DEEP), dense(2))),
    "SmallResNetModel": (
        (4, 4, 2),
        [
            add(("shrink", basic(4, 2)), ("projection", [convolution(4, 1, stride=2, bias=False)])), relu,
            repeat("basicUnit", 2, [residual("basic", basic(4)), relu]), global_average, dense(3),
        ],
        cross_entropy(), "labels", softmax),
    "RecommenderModel": ([(3,), (4,)], [dot(USER, ITEM)], binary_cross_entropy(), "probabilities", sigmoid),
    "SiameseModel": ([(3,), (3,)], [dot(TWIN, TWIN)]),
    "HeadsModel": ((4,), after(5, concatenate(KIND, PLACE)), two_heads, "heads", of_two_heads),
    "ThreeTowersModel": ([(4, 4, 1), (3,), (4,)], [concatenate(IMAGE, USER, ITEM), dense(2)]),
}


def draw_target(network, kind, shape):
    if kind == "labels":
        return torch.tensor(network.random.integers(0, shape[-1], shape[:-1]).astype(np.int32))
    if kind == "heads":
        labels = network.random.integers(0, 3, (shape[0], 1)).astype(float)
        return network.draw(np.concatenate([labels, network.random.normal(0, 1, (shape[0], 2))], 1))
    if kind == "none":
        return network.draw(np.zeros((shape[0], 0)))
    if kind == "probabilities":
        return network.draw(network.random.uniform(size=shape) > 0.5)
    return network.draw(network.random.normal(0, 1, shape))


def weighted(loss, raw, target, weights):
    _, each, counts = loss(raw, target)
    spread = weights.repeat_interleave(each.numel() // len(weights)).reshape(each.shape)
    return (spread * each).sum() / (spread * counts).sum()


def stored(values):
    """Numbers that float32 holds, as float32."""
    return values.detach().clone() if values.dtype == torch.int32 else values.detach().to(torch.float32)


def case(name, shape, layers, loss=MSE, kind="values", head=None):
    network = Network(zlib.crc32(name.encode()))
    shapes = shape if isinstance(shape, list) else [shape]
    inputs = [network.draw(network.random.normal(0, 1.5, (BATCH, *size))) for size in shapes]
    x = inputs if isinstance(shape, list) else inputs[0]
    network.training = False
    output = run(Scope(network, ""), [*layers, head or identity], x)
    target = draw_target(network, kind, output.shape)
    weights = network.draw(network.random.uniform(0.2, 2, BATCH))
    tensors = {f"input{i + 1}" if len(inputs) > 1 else "input": stored(value) for i, value in enumerate(inputs)}
    tensors |= {"target": stored(target), "weights": stored(weights), "output": output}
    tensors |= {f"parameters/{key}": stored(value) for key, value in (network.parameters | network.buffers).items()}
    network.training = True
    buffers = {key: value.clone() for key, value in network.buffers.items()}
    value = weighted(loss, network(layers, x), target, weights)
    gradients = torch.autograd.grad(value, list(network.parameters.values()))
    tensors |= {"loss": value} | {f"gradients/{key}": gradient for key, gradient in zip(network.parameters, gradients)}
    if network.buffers:
        network.buffers = buffers
        tensors |= train(network, layers, loss, head, x, target, weights)
    return {f"{name}/{key}": value for key, value in tensors.items()}


def train(network, layers, loss, head, x, target, weights):
    """Ten steps, the buffers after them, and what is predicted with those."""
    optimizer, losses = torch.optim.SGD(network.parameters.values(), lr=0.1), []
    for _ in range(STEPS):
        optimizer.zero_grad()
        value = weighted(loss, network(layers, x), target, weights)
        value.backward()
        optimizer.step()
        losses.append(value.detach())
    network.training = False
    output = run(Scope(network, ""), [*layers, head or identity], x)
    values = {f"steps/{key}": value for key, value in (network.parameters | network.buffers).items()}
    return {"steps/losses": torch.stack(losses), "steps/output": output} | values


if __name__ == "__main__":
    torch.set_num_threads(1)
    vectors = {}
    for title, arguments in CASES.items():
        vectors |= case(title, *arguments)
    write(os.path.join(VECTORS, "images.safetensors"), vectors)
