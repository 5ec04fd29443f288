from ctranslate2.specs.common_spec import LayerNormSpec, LinearSpec

class MultiHeadAttentionSpec:
    layer_norm: LayerNormSpec
    linear: list[LinearSpec]
