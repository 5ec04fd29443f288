from collections.abc import Sequence
from typing import Any

import numpy as np
from ctranslate2.specs.attention_spec import MultiHeadAttentionSpec
from ctranslate2.specs.common_spec import EmbeddingsSpec, LayerNormSpec, LinearSpec

class FeedForwardSpec:
    layer_norm: LayerNormSpec
    linear_0: LinearSpec
    linear_1: LinearSpec

class TransformerEncoderLayerSpec:
    self_attention: MultiHeadAttentionSpec
    ffn: FeedForwardSpec

class TransformerDecoderLayerSpec:
    self_attention: MultiHeadAttentionSpec
    ffn: FeedForwardSpec
    attention: MultiHeadAttentionSpec

class PositionEncoderSpec:
    encodings: np.ndarray[Any, Any]

class TransformerEncoderSpec:
    embeddings: list[EmbeddingsSpec]
    layer_norm: LayerNormSpec
    layer: list[TransformerEncoderLayerSpec]

class TransformerDecoderSpec:
    embeddings: EmbeddingsSpec
    layer_norm: LayerNormSpec
    layer: list[TransformerDecoderLayerSpec]
    position_encodings: PositionEncoderSpec
    projection: LinearSpec

class TransformerConfig:
    add_source_eos: bool

class TransformerSpec:
    config: TransformerConfig
    encoder: TransformerEncoderSpec
    decoder: TransformerDecoderSpec
    @classmethod
    def from_config(
        cls, num_layers: tuple[int, int], num_heads: int, *, alignment_heads: int | None = 1
    ) -> TransformerSpec: ...
    def register_source_vocabulary(self, tokens: Sequence[str]) -> None: ...
    def register_target_vocabulary(self, tokens: Sequence[str]) -> None: ...
    def validate(self) -> None: ...
    def optimize(self, quantization: str | None = None) -> None: ...
    def save(self, output_dir: str) -> None: ...
