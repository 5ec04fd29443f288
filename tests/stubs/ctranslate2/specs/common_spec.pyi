from typing import Any

import numpy as np

class LayerNormSpec:
    gamma: np.ndarray[Any, Any]
    beta: np.ndarray[Any, Any]

class LinearSpec:
    weight: np.ndarray[Any, Any]
    bias: np.ndarray[Any, Any]

class EmbeddingsSpec:
    weight: np.ndarray[Any, Any]
