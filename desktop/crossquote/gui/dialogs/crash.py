"""What is shown after a bug: that work goes on, and where the report lies."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget


def crash_dialog(report: Path | None, parent: QWidget) -> QMessageBox:
    """Return the dialog for a bug whose report was written to `report`."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Crossquote")
    box.setText("Something went wrong in Crossquote.")
    where = f"A report without any of your text is in\n{report}" if report else "No report could be written."
    box.setInformativeText(f"What you had open is still here; you can go on working.\n\n{where}")
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box
