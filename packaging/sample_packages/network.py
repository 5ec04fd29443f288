"""A small transformer whose parts are those of a CTranslate2 model: pre-norm, ReLU, one table of embeddings."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from sample_packages.coders import BLANK
from sample_packages.recipes import Shape

_LONGEST = 512


def position_table(length: int, width: int) -> Tensor:
    """Return the sinusoids that CTranslate2 makes itself where a model brings none: sines, then cosines, from 1."""
    step = math.log(10000.0) / (width // 2 - 1)
    scales = torch.exp(torch.arange(width // 2).float() * -step)
    angles = torch.arange(1, length + 1).float()[:, None] * scales[None]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


class Attention(nn.Module):
    """Multi-head attention with its layer norm; queries come from `x`, keys and values from `memory` or `x`."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.query = nn.Linear(shape.width, shape.width)
        self.keys = nn.Linear(shape.width, shape.width)
        self.values = nn.Linear(shape.width, shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.heads, self.dropout = shape.heads, dropout

    def forward(self, x: Tensor, memory: Tensor | None, mask: Tensor | None, *, causal: bool = False) -> Tensor:
        """Return `x` with what it attends to added."""
        normed = self.norm(x)
        ground = normed if memory is None else memory
        q, k, v = (self._split(part) for part in (self.query(normed), self.keys(ground), self.values(ground)))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=causal)
        joined = seen.transpose(1, 2).reshape(x.shape)
        return x + functional.dropout(self.out(joined), self.dropout, self.training)

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)


class FeedForward(nn.Module):
    """Two linear layers with ReLU between them, and their layer norm."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.first = nn.Linear(shape.width, shape.inner)
        self.second = nn.Linear(shape.inner, shape.width)
        self.dropout = dropout

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` with the layers' output added."""
        inner = functional.relu(self.first(self.norm(x)))
        return x + functional.dropout(self.second(inner), self.dropout, self.training)


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.own = Attention(shape, dropout)
        self.feed = FeedForward(shape, dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output."""
        return self.feed(self.own(x, None, mask))


class DecoderLayer(nn.Module):
    """Causal self-attention, attention to the source, and feed-forward."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.own = Attention(shape, dropout)
        self.cross = Attention(shape, dropout)
        self.feed = FeedForward(shape, dropout)

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output."""
        return self.feed(self.cross(self.own(x, None, None, causal=True), memory, mask))


class Network(nn.Module):
    """The whole model; its output layer is its table of embeddings."""

    positions: Tensor

    def __init__(self, shape: Shape, pieces: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.table = nn.Embedding(pieces, shape.width)
        nn.init.normal_(self.table.weight, std=shape.width**-0.5)
        self.encoder = nn.ModuleList(EncoderLayer(shape, dropout) for _ in range(shape.encoder_layers))
        self.decoder = nn.ModuleList(DecoderLayer(shape, dropout) for _ in range(shape.decoder_layers))
        self.encoder_norm = nn.LayerNorm(shape.width)
        self.decoder_norm = nn.LayerNorm(shape.width)
        self.register_buffer("positions", position_table(_LONGEST, shape.width), persistent=False)
        self.dropout = dropout

    def _embed(self, pieces: Tensor) -> Tensor:
        scaled = self.table(pieces) * math.sqrt(self.table.embedding_dim)
        return functional.dropout(scaled + self.positions[: pieces.shape[1]], self.dropout, self.training)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Return the logits of each next target piece, for each place of `target`."""
        mask = (source != BLANK)[:, None, None, :]
        memory = self._embed(source)
        for layer in self.encoder:
            memory = layer(memory, mask)
        memory = self.encoder_norm(memory)
        x = self._embed(target)
        for layer in self.decoder:
            x = layer(x, memory, mask)
        return functional.linear(self.decoder_norm(x)[target != BLANK], self.table.weight)
