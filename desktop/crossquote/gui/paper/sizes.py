"""Sizes of paper, as Qt calls them."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QPageSize

from crossquote.export.choice import Paper

SIZES: Mapping[Paper, QPageSize.PageSizeId] = MappingProxyType(
    {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
)
