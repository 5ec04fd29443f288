"""What tests of reports share: pages that are drawn without another process."""

from typing import Self

import pytest

from crossquote.export.formats.pdf import drawing
from crossquote.gui.paper.drawer import draw_pages
from crossquote.progress import Step, Work


class _Here:
    """Draws pages in this process: another one for each of thousands of reports would take an hour to start."""

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def ask(self, payload: bytes, step: Step) -> Work[bytes]:
        yield step
        return draw_pages(payload)


@pytest.fixture
def drawn_here(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    assert qapp is not None
    monkeypatch.setattr(drawing, "Worker", _Here)
