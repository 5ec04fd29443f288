from collections.abc import Iterable

from torch.nn import Parameter

def clip_grad_norm_(parameters: Iterable[Parameter], max_norm: float) -> None: ...
