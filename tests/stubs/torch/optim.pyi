from collections.abc import Iterable
from typing import Any

from torch.nn import Parameter

class Adam:
    param_groups: list[dict[str, Any]]
    def __init__(self, params: Iterable[Parameter], lr: float, betas: tuple[float, float], eps: float) -> None: ...
    def step(self) -> None: ...
    def zero_grad(self, *, set_to_none: bool) -> None: ...
