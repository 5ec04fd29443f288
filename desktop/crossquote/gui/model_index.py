"""The place of a row or a cell in a model, as Qt hands it to models and delegates: for now, or kept."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

ModelIndex = QModelIndex | QPersistentModelIndex
