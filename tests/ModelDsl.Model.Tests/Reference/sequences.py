#!/usr/bin/python3
"""Writes what PyTorch computes for the models of sequences in ../Models, for SequenceReferenceTests to compare with.

    apt-get install python3-torch python3-numpy
    /usr/bin/python3 sequences.py                  writes vectors/sequences.safetensors

Inputs (ids and lengths as numbers too) and parameters are numbers that float32 holds exactly, stored as such; everything else is computed, and
stored, in float64, so that one file serves both precisions. Steps behind an example's length hold numbers, which must not count.
"""
import os
import zlib

import numpy as np
import torch
import torch.nn.functional as F

from image_layers import Scope, block, convolution, dense, dot, flatten, gelu, global_average, identity, layer_norm, repeat, residual, run, sigmoid, softmax, tanh
from images import draw_target, stored, weighted
from reference import MSE, VECTORS, binary_cross_entropy, cross_entropy, write
from sequence_layers import *

BATCH = 3
IGNORED = 1


class Ids:
    """An input of so many ids."""

    def __init__(self, steps, count):
        self.steps, self.count = steps, count

    def draw(self, network):
        return network.draw(network.random.integers(0, self.count, (BATCH, self.steps)))


class Values:
    """An input of values."""

    def __init__(self, *shape):
        self.shape, self.steps = shape, shape[0]

    def draw(self, network):
        return network.draw(network.random.normal(0, 1.5, (BATCH, *self.shape)))


class Short:
    """Another input, whose examples have lengths besides: 1, about half of the steps, and all of them, in any order."""

    def __init__(self, whole):
        self.whole = whole

    def draw(self, network):
        steps = self.whole.steps
        return self.whole.draw(network), network.draw(network.random.permutation([1, (steps + 1) // 2, steps])[:, None])


class Unaligned:
    """Labels that are not aligned with the steps: as many as there may be, one fewer, and so on; and PyTorch's own loss of them."""

    def __init__(self, count, blank=0):
        self.count, self.blank = count, blank

    def draw(self, network, shape):
        labels = network.random.integers(0, shape[-1] - 1, (BATCH, self.count))
        labels += labels >= self.blank
        kept = np.arange(self.count) < self.count - np.arange(BATCH)[:, None]
        return torch.tensor(np.where(kept, labels, -100).astype(np.int32))

    def loss(self, network):
        def loss(z, t):
            counts = (t >= 0).sum(1)
            lengths = torch.full((len(z),), z.shape[1]) if network.lengths is None else network.lengths
            given = torch.log_softmax(z, -1).transpose(0, 1), t.clamp(min=0).long(), lengths, counts
            options = {"blank": self.blank, "zero_infinity": True}
            mean, each = F.ctc_loss(*given, **options), F.ctc_loss(*given, reduction="none", **options) / counts.clamp(min=1)
            assert torch.isclose(mean, each.mean(), rtol=1e-12)
            return mean, each, torch.ones_like(each)
        return loss


def ignoring(smoothing=0.0, weights=None):
    """Cross-entropy where positions with one class index do not count, by PyTorch's own mean, which the parts must agree with."""
    def loss(z, t):
        w = None if weights is None else torch.tensor(weights, dtype=z.dtype)
        z, t = z.flatten(0, -2), t.flatten().long()
        options = {"weight": w, "label_smoothing": smoothing, "ignore_index": IGNORED}
        mean, each = F.cross_entropy(z, t, **options), F.cross_entropy(z, t, reduction="none", **options)
        counts = (t != IGNORED) * (torch.ones(z.shape[-1], dtype=z.dtype) if w is None else w)[t]
        assert 0 < (t == IGNORED).sum() < len(t) and torch.isclose(mean, each.sum() / counts.sum(), rtol=1e-12)
        return mean, each, counts
    return loss


def cosine(y, t):
    each = 1 - F.cosine_similarity(y, t, dim=-1)
    return each.mean(), each, torch.ones_like(each)


def triplet(margin=1.0, squared=False):
    """PyTorch's own loss, or with squared distances the formula of Schroff et al. 2015, of the rows of the prediction."""
    def loss(y, _):
        a, p, n = y.unbind(1)
        each = ((a - p).square().sum(-1) - (a - n).square().sum(-1) + margin).relu() if squared else F.triplet_margin_loss(a, p, n, margin, reduction="none")
        return each.mean(), each, torch.ones_like(each)
    return loss


def tower_of_three(name, layers):
    """A block on each of three inputs with the same parameters; what it gives, in three rows."""
    def layer(scope, inputs):
        return torch.stack([block(name, layers)(scope, x) for x in inputs], 1)
    return layer


LABELS = (cross_entropy(), "labels", softmax)
TOKENS = [Ids(5, 7)]
STEPS = [Values(5, 3)]
SHORT = [Short(Values(5, 3))]
BLOCK = [
    residual("selfAttention", [layer_norm(), attention(2, causal=True)]),
    residual("feedForward", [layer_norm(), dense(12), gelu, dense(6)])]
EVEN = ("evenMemory", [dense(4), tanh])
CROSS = [cross_attention(2, None, EVEN)]
TOWER = [shortened, embedding(6, 3), recurrent("gru", 4), last_step]


def stacked(stem):
    return [embedding(7, 3), recurrent(stem, 20, bias=False), recurrent(stem, 3), last_step, dense(2)]


# class name -> inputs, layers; loss, kind of target, and head where they are not values
CASES = {
    "EmbeddingModel": (TOKENS, [embedding(7, 4), flatten, dense(3)], *LABELS),
    "PaddedEmbeddingModel": (TOKENS, [embedding(7, 4, padding=2), dense(3)]),
    "PositionalEmbeddingModel": (TOKENS, [embedding(7, 4), positional, tanh, dense(3)], *LABELS),
    "SinusoidalPositionsModel": (TOKENS, [embedding(7, 4), sinusoids, tanh, dense(3)], *LABELS),
    "TiedDenseModel": (TOKENS, [embedding(7, 4), tanh, tied], *LABELS),
    "TokenTowerModel": (
        [Ids(3, 7), Values(2)],
        [dot(("wordTower", [embedding(7, 4), global_average]), ("valueTower", [dense(4), tanh]))],
        binary_cross_entropy(), "probabilities", sigmoid),
    "TimeReverseModel": ([Values(4, 3)], [dense(3), reverse, positional, last_step, dense(2)]),
    "AttentionModel": ([Values(5, 6)], [attention(2), dense(2)]),
    "CausalAttentionModel": ([Values(5, 6)], [attention(3, causal=True, bias=False), dense(2)]),
    "GroupedAttentionModel": ([Values(5, 8)], [written_attention(4, 2, causal=True), dense(2)]),
    "BiasedAttentionModel": ([Values(5, 8)], [written_attention(2, 1, linear_bias=True), dense(2)]),
    "RotaryAttentionModel": ([Values(5, 8)], [written_attention(2, 2, causal=True, rotary=True), dense(2)]),
    "GptModel": (TOKENS, [embedding(7, 6), positional, repeat("transformerBlock", 3, BLOCK), layer_norm(), dense(7, False)], *LABELS),
    "RNNModel": (STEPS, [recurrent("rnn", 4), dense(2)]),
    "ReLURNNModel": (STEPS, [recurrent("rnn", 4, nonlinearity="relu", bias=False), last_step, dense(2)]),
    "LSTMModel": (STEPS, [recurrent("lstm", 4), dense(2)]),
    "StackedLSTMModel": (TOKENS, stacked("lstm"), *LABELS),
    "GRUModel": (STEPS, [recurrent("gru", 4), dense(2)]),
    "StackedGRUModel": (TOKENS, stacked("gru"), *LABELS),
    "SingleStepModel": ([Values(1, 3)], [recurrent("lstm", 4), last_step, dense(2)]),
    "BidirectionalModel": (STEPS, [bidirectional("encoder", "lstm", 3), dense(2)]),
    "BidirectionalSummaryModel": (STEPS, [dense(2), bidirectional("summarizer", "gru", 3, summary=True), dense(2)]),
    "IgnoringModel": (TOKENS, [embedding(7, 4), dense(3)], ignoring(), "labels", softmax),
    "WeightedIgnoringModel": (TOKENS, [embedding(7, 4), dense(3)], ignoring(0.2, [0.5, 1, 2]), "labels", softmax),
    "LengthRNNModel": (SHORT, [shortened, recurrent("rnn", 4), last_step, dense(2)]),
    "LengthLSTMModel": ([Short(Ids(5, 7))], [shortened, embedding(7, 3), recurrent("lstm", 4), dense(3)], *LABELS),
    "LengthGRUModel": (SHORT, [shortened, recurrent("gru", 4), reverse, dense(2)]),
    "LengthRepeatModel": (SHORT, [shortened, repeat("lengthUnit", 3, [recurrent("lstm", 3)]), average_of_steps, dense(2)]),
    "LengthAttentionModel": (
        [Short(Values(5, 4))],
        [shortened, repeat("lengthBlock", 2, [residual("lengthAttention", [attention(1)]), tanh]), largest_of_steps, dense(2)]),
    "LengthBidirectionalModel": (SHORT, [shortened, bidirectional("lengthSummary", "lstm", 3, summary=True), dense(2)]),
    "LengthConvolutionModel": (SHORT, [shortened, masked, convolution(3, 3, padding="same", rank=1), tanh, masked, flatten, dense(2)]),
    "LengthTowerModel": (
        [Short(Ids(4, 6)), Short(Ids(4, 6))], [dot(("lengthTower1", TOWER), ("lengthTower2", TOWER))], binary_cross_entropy(), "probabilities", sigmoid),
    "CosineModel": ([Values(5)], [dense(4)], cosine),
    "SequenceCosineModel": ([Values(4, 3)], [dense(3), tanh, dense(2)], cosine),
    "LengthCosineModel": (SHORT, [shortened, recurrent("gru", 4)], cosine),
    "TripletModel": ([Values(3, 4)], [dense(5), tanh, dense(2, False)], triplet(), "none"),
    "SquaredTripletModel": ([Values(3, 4)], [dense(2, False)], triplet(2.5, squared=True), "none"),
    "TripletTowersModel": ([Values(5)] * 3, [tower_of_three("tripletTower", [dense(6), tanh, dense(4, False)])], triplet(2), "none"),
    "TokenTripletModel": ([Ids(4, 7)] * 3, [tower_of_three("tripletWords", [embedding(7, 3), recurrent("gru", 4), last_step])], triplet(3), "none"),
    "CTCModel": ([Values(6, 3)], [dense(4)], None, Unaligned(3), softmax),
    "LastBlankCTCModel": ([Values(7, 3)], [dense(3)], None, Unaligned(4, blank=2), softmax),
    "RecurrentCTCModel": ([Ids(8, 7)], [embedding(7, 3), recurrent("gru", 4), dense(5)], None, Unaligned(5), softmax),
    "CrossAttentionModel": (
        [Values(6, 3)],
        [cross_attention(2, ("crossQueries", [dense(4), tanh]), ("crossMemory", [convolution(4, 3, rank=1), tanh])), dense(2)]),
    "NarrowCrossAttentionModel": (
        [Values(6, 5)],
        [cross_attention(4, ("crossQueries", [dense(4), tanh]), ("narrowMemory", [convolution(3, 3, rank=1), tanh]), bias=False), dense(2)]),
    "TowerCrossAttentionModel": (
        [Values(3, 4), Short(Ids(5, 7))],
        [cross_attention(3, ("askingTower", [dense(6)]), ("askedTower", [shortened, embedding(7, 6)])), dense(2)]),
    "LengthCrossAttentionModel": ([Short(Values(5, 4))], [shortened, cross_attention(1, None, EVEN), dense(2)]),
    "RepeatCrossAttentionModel": ([Values(5, 4)], [repeat("crossUnit", 3, CROSS), dense(2)]),
    "SharedCrossAttentionModel": ([Values(5, 4)], [repeat("crossUnit", 2, CROSS, shared=True), dense(2)]),
    "LengthCTCModel": ([Short(Values(8, 3))], [shortened, recurrent("lstm", 4), dense(4)], None, Unaligned(3), softmax),
}


def counting(network, loss):
    """The loss of the steps that count."""
    def of_steps(raw, target):
        mean, each, counts = loss(raw, target)
        there = counted(network, raw.shape[1]) if raw.dim() == 3 and each.numel() > len(raw) else None
        return (mean, each, counts) if there is None else (mean, each * there.reshape(each.shape), counts * there.reshape(each.shape))
    return of_steps


def case(name, inputs, layers, loss=MSE, kind="values", head=None):
    network = Sequences(zlib.crc32(name.encode()))
    drawn = [each.draw(network) for each in inputs]
    x = drawn if len(drawn) > 1 else drawn[0]
    flat = [value for each in drawn for value in (each if isinstance(each, tuple) else (each,))]
    output = run(Scope(network, ""), [*layers, head or identity], x)
    unaligned = isinstance(kind, Unaligned)
    target = kind.draw(network, output.shape) if unaligned else draw_target(network, kind, output.shape)
    loss = kind.loss(network) if unaligned else loss
    weights = network.draw(network.random.uniform(0.2, 2, BATCH))
    value = weighted(counting(network, loss), network(layers, x), target, weights)
    gradients = torch.autograd.grad(value, list(network.parameters.values()))
    tensors = {f"input{i + 1}" if len(flat) > 1 else "input": stored(each) for i, each in enumerate(flat)}
    tensors |= {"target": stored(target), "weights": stored(weights), "output": output, "loss": value}
    tensors |= {f"parameters/{key}": stored(each) for key, each in network.parameters.items()}
    tensors |= {f"gradients/{key}": gradient for key, gradient in zip(network.parameters, gradients)}
    return {f"{name}/{key}": each for key, each in tensors.items()}


if __name__ == "__main__":
    torch.set_num_threads(1)
    computed = {}
    for title, arguments in CASES.items():
        computed |= case(title, *arguments)
    write(os.path.join(VECTORS, "sequences.safetensors"), computed)
