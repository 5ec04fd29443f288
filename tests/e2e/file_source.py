"""A window of another program, from which a file can be dragged: `python file_source.py FILE X Y`."""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class FileLabel(QLabel):
    """Stands for a file in a file manager."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        if event.buttons() & Qt.MouseButton.LeftButton:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(self.text())])
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication([])
    label = FileLabel(sys.argv[1])
    label.setWindowTitle(sys.argv[1])
    label.setGeometry(int(sys.argv[2]), int(sys.argv[3]), 160, 60)
    label.show()
    raise SystemExit(application.exec())
