"""The style sheet: what the palette can't say (corners, paddings, lines)."""

from crossquote.gui.direction import is_mirrored
from crossquote.gui.theme.fonts import BODY
from crossquote.gui.theme.tokens import Theme
from crossquote.resources import resource

_SIZES = (11, 12, 15, 17, 30)
"""The sizes of text in the sheet, as they are at the usual text size."""

_TEMPLATE = """
QMainWindow, QDialog {{ background: {s.window}; }}
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{ color: {t.ink}; background: {s.raised}; border: 1px solid {s.line_strong}; padding: 4px 6px; }}
QMenuBar {{ background: {s.pane}; border-bottom: 1px solid {s.line}; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 5px; background: transparent; }}
QMenuBar::item:selected {{ background: {s.hover}; }}
QMenu {{ background: {s.raised}; border: 1px solid {s.line_strong}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {a.wash}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.faint}; }}
QMenu::separator {{ height: 1px; background: {s.line}; margin: 5px 8px; }}
QSplitter::handle {{ background: {s.line}; }}
QSplitter::handle:hover {{ background: {a.main}; }}

#bar {{ background: {s.pane}; border-bottom: 1px solid {s.line}; }}
#statusBar {{ background: {s.pane}; border-top: 1px solid {s.line}; }}
#statusBar QLabel {{ color: {t.soft}; font-size: {f12}px; }}
#articlesPane {{ background: {s.pane}; }}
#utterancesPane {{ background: {s.card}; }}
#comparisonPane, #startPage, #board {{ background: {s.window}; }}
#paneTitle {{ color: {t.soft}; font-size: {f11}px; font-weight: 600; }}
#heading {{ font-size: {f15}px; font-weight: 600; }}
#calloutTitle {{ font-weight: 600; }}
#soft {{ color: {t.soft}; }}
#startTitle {{ font-size: {f30}px; }}
#startLine, #number {{ font-size: {f15}px; }}
QPushButton#recent {{ text-align: left; padding: 3px 0; border: none; background: transparent; }}
QPushButton#recent:hover, QPushButton#recent:focus {{ text-decoration: underline; color: {a.main}; }}
#small {{ color: {t.soft}; font-size: {f11}px; }}

QToolButton, QPushButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 10px;
  background: transparent; color: {t.ink}; }}
QToolButton:hover, QPushButton:hover {{ background: {s.hover}; }}
QToolButton:pressed, QPushButton:pressed, QToolButton:checked {{ background: {a.wash}; }}
QToolButton:focus, QPushButton:focus {{ border-color: {a.main}; }}
QToolButton:disabled, QPushButton:disabled {{ color: {t.faint}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QPushButton {{ border-color: {s.line_strong}; background: {s.raised}; padding: 5px 14px; }}
QToolButton#primary, QPushButton#primary, QPushButton:default {{ background: {a.main}; color: {t.on_accent};
  border-color: {a.main}; }}
QToolButton#primary:hover, QPushButton#primary:hover, QPushButton:default:hover {{ background: {a.hover};
  border-color: {a.hover}; }}
QToolButton#primary:pressed, QPushButton#primary:pressed, QPushButton:default:pressed {{ background: {a.pressed}; }}
QToolButton#primary:focus {{ border: 2px solid {t.ink}; padding: 3px 9px; }}
QPushButton#primary:focus, QPushButton:default:focus {{ border: 2px solid {t.ink}; padding: 4px 13px; }}
QPushButton#primary:disabled, QPushButton:default:disabled {{ background: {s.hover}; color: {t.faint};
  border-color: {s.line}; }}
QToolButton#lock {{ color: {a.main}; border: 1px solid {s.line}; border-radius: 13px; padding: 3px 11px; }}
QToolButton#lock:focus, QToolButton#small:focus {{ border-color: {a.main}; }}
QToolButton#small {{ padding: 0; border-radius: 4px; background: {s.card}; border: 1px solid {s.line}; }}
QToolButton#small:hover, QToolButton#small:checked {{ background: {a.wash}; border-color: {a.main}; }}
QToolButton#verdict, QToolButton#chip {{ border: 1px solid {s.line}; border-radius: 11px; padding: 1px 8px;
  color: {t.soft}; font-size: {f12}px; }}
QToolButton#verdict:hover, QToolButton#chip:hover {{ color: {t.ink}; border-color: {s.line_strong}; }}
QToolButton#verdict:checked, QToolButton#chip:checked {{ background: {a.wash}; color: {a.main};
  border-color: {a.wash}; font-weight: 600; }}
QToolButton#verdict:focus, QToolButton#chip:focus {{ border-color: {a.main}; }}
QToolButton#link {{ color: {t.soft}; padding: 2px 5px; font-size: {f12}px; }}
QToolButton#link:hover {{ color: {t.ink}; }}
QToolButton#link:checked {{ color: {a.main}; font-weight: 600; background: transparent; }}
QPushButton#quiet {{ color: {t.soft}; background: transparent; font-size: {f12}px;
  text-align: left; padding: 2px 0; border: 0; border-radius: 0; }}
QPushButton#quiet:hover, QPushButton#quiet:focus {{ color: {t.ink}; text-decoration: underline; }}
QPushButton#possible {{ color: {t.ink}; background: transparent; text-align: left; padding: 1px 2px;
  border: 1px solid transparent; border-radius: 4px; }}
QPushButton#possible:hover {{ text-decoration: underline; }}
QPushButton#possible:focus {{ border-color: {a.main}; }}
#possibleRows, #possibleGround {{ background: {s.card}; }}
#possibleRows {{ border: 1px solid {s.line}; border-radius: 8px; }}
#possibleRow {{ border: 1px solid transparent; border-{start}: 3px solid transparent; }}
#possibleRow[line="true"] {{ border-top-color: {s.line}; }}
#possibleRow[current="true"] {{ border-{start}-color: {a.main}; }}

QToolButton#disclosure {{ color: {t.soft}; padding: 2px 6px; font-size: {f12}px; }}
QToolButton#disclosure:hover {{ color: {t.ink}; }}
QToolButton#disclosure:checked {{ background: transparent; }}

#variants {{ background: {s.card}; border: 1px solid {s.line}; }}
#variants QTableCornerButton::section {{ background: {a.wash}; border: none; border-bottom: 2px solid {a.main}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}

#segments {{ background: {s.card}; border: 1px solid {s.line}; border-radius: 6px; }}
#segments QToolButton {{ color: {t.soft}; border-radius: 5px; padding: 2px 10px; margin: 1px; }}
#segments QToolButton:checked {{ color: {a.main}; background: {a.wash}; }}

QLineEdit, QPlainTextEdit {{ background: {s.raised}; border: 1px solid {s.line}; border-radius: 6px;
  padding: 4px 9px; selection-background-color: {a.main}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {a.main}; }}
QCheckBox {{ spacing: 6px; padding: 2px; }}
QComboBox {{ background: {s.raised}; border: 1px solid {s.line}; border-radius: 6px; padding: 4px 9px;
  selection-background-color: {a.wash}; selection-color: {t.ink}; }}
QComboBox:focus, QComboBox:on {{ border-color: {a.main}; }}
QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url("{caret}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {s.raised}; border: 1px solid {s.line_strong}; padding: 4px; }}
QRadioButton {{ spacing: 6px; padding: 2px; }}
QRadioButton:focus {{ color: {a.main}; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {s.line_strong}; border-radius: 8px;
  background: {s.card}; }}
QRadioButton::indicator:hover, QRadioButton::indicator:focus {{ border-color: {a.main}; }}
QRadioButton::indicator:checked {{ border: 5px solid {a.main}; width: 6px; height: 6px; }}
QCheckBox:focus {{ color: {a.main}; }}
QCheckBox::indicator, QTreeWidget::indicator, QListWidget::indicator {{
  width: 14px; height: 14px; border: 1px solid {s.line_strong}; border-radius: 4px; background: {s.card}; }}
QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border-color: {a.main}; }}
QCheckBox::indicator:checked, QTreeWidget::indicator:checked, QListWidget::indicator:checked {{
  background: {a.main}; border-color: {a.main};
  image: url("{check}"); }}
QCheckBox::indicator:indeterminate {{ background: {a.main}; border-color: {a.main}; image: url("{dash}"); }}

QAbstractItemView {{ border: none; outline: none; background: transparent; }}
QAbstractItemView:window {{ background: {s.raised}; border: 1px solid {s.line_strong}; padding: 4px;
  selection-background-color: {a.wash}; selection-color: {t.ink}; }}
QListWidget {{ background: {s.pane}; }}
QListWidget::item {{ padding: 7px 12px; border: none; border-{start}: 3px solid transparent;
  border-bottom: 1px solid {s.line}; color: {t.ink}; }}
QListWidget::item:hover {{ background: {s.hover}; }}
QListWidget::item:selected {{ background: {s.selected}; color: {t.ink}; border-{start}: 3px solid {a.main}; }}
QListWidget::item:focus {{ border: 1px solid {a.main}; border-{start}: 3px solid {a.main}; }}
QTreeWidget {{ background: {s.card}; border: 1px solid {s.line}; border-radius: 6px;
  selection-background-color: {s.selected}; selection-color: {t.ink}; }}
QTreeWidget::item {{ padding: 4px 6px; border: none; }}
QTreeWidget::item:selected {{ background: {s.selected}; color: {t.ink}; }}
QTreeWidget::item:focus {{ border: 1px solid {a.main}; }}
QHeaderView, QTableCornerButton::section {{ background: {s.card}; border: none; }}
QHeaderView::section {{ background: {s.card}; color: {t.soft}; border: none; border-bottom: 1px solid {s.line};
  padding: 6px 8px; font-size: {f12}px; }}
#article {{ background: {s.card}; border: none; }}
QScrollArea, QTextBrowser {{ border: none; background: transparent; }}
QScrollBar:vertical {{ width: 11px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 11px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {s.line_strong}; border-radius: 3px; margin: 2px 3px; min-height: 28px;
  min-width: 28px; }}
QScrollBar::handle:horizontal {{ margin: 3px 2px; }}
QScrollBar::handle:hover {{ background: {t.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ border: none; border-radius: 3px; background: {s.line}; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {a.main}; border-radius: 3px; }}

#card {{ background: {s.card}; border: 1px solid {s.line}; border-radius: 8px; }}
#card[base="true"] {{ border-color: {a.main}; }}
#card[current="true"] {{ border: 2px solid {t.soft}; }}
#card:focus {{ border: 2px solid {a.main}; }}
#around {{ background: {s.window}; border-radius: 5px; }}
#finding {{ border: 1px solid transparent; }}
#finding[line="true"] {{ border-top-color: {s.line}; }}
#finding:focus {{ border: 1px solid {a.main}; border-radius: 4px; }}
#banner {{ background: {c.changed_wash}; border-bottom: 1px solid {s.line}; }}
#banner QLabel {{ color: {t.ink}; }}
#banner #offer {{ border: 1px solid {s.line_strong}; background: {s.raised}; }}
#banner #offer:focus {{ border-color: {a.main}; }}
#leftWork {{ background: {c.changed_wash}; border: 1px solid {s.line}; border-radius: 8px; margin-bottom: 18px; }}
#leftHeading {{ font-weight: 600; }}
#busy {{ background: {s.pane}; border-top: 1px solid {s.line}; }}
#pill {{ color: {t.soft}; background: {s.card}; border: 1px solid {s.line}; border-radius: 4px; padding: 0 5px;
  font-size: {f11}px; }}
#dropHint {{ border: 2px dashed {a.main}; border-radius: 12px; background: {a.wash}; color: {a.main};
  font-size: {f17}px; font-weight: 600; }}
"""

_STRONG = """
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on {{ border: 2px solid {a.main}; padding: 3px 8px; }}
QComboBox QLineEdit:focus {{ border: none; padding: 0; }}
QToolButton:focus {{ border: 2px solid {a.main}; padding: 3px 9px; }}
QPushButton:focus {{ border: 2px solid {a.main}; padding: 4px 13px; }}
QToolButton#lock:focus {{ border: 2px solid {a.main}; padding: 2px 10px; }}
QToolButton#verdict:focus, QToolButton#chip:focus {{ border: 2px solid {a.main}; padding: 0 7px; }}
QToolButton#link:focus {{ padding: 1px 4px; }}
QToolButton#disclosure:focus {{ padding: 1px 5px; }}
#segments QToolButton:focus {{ padding: 1px 9px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {a.main}; width: 12px; height: 12px; }}
QTreeWidget::item:focus {{ border: 2px solid {a.main}; }}
"""
"""Where all lines are as strong as the text, the frame around what has the focus is wider than they are."""

_DARK = """
QFileDialog QToolButton {{ background: {t.soft}; }}
QFileDialog QToolButton:hover {{ background: {t.ink}; }}
QFileDialog QToolButton:disabled {{ background: transparent; }}
"""
"""Qt's own dialog for files has black signs on its buttons: in the dark they stand on light ground."""


def style_sheet(theme: Theme, body: int = BODY) -> str:
    """Return the application's style sheet in the colours of `theme`, where usual text is `body` pixels high."""
    sizes = {f"f{size}": round(size * body / BODY) for size in _SIZES}
    shade = "dark" if theme.dark else "light"
    signs = {name: resource("icons", f"{name}-{shade}.svg").as_posix() for name in ("check", "dash", "caret")}
    parts = {**signs, "start": "right" if is_mirrored() else "left"}
    template = _TEMPLATE + (_DARK if theme.dark else "")
    template += _STRONG if theme.surface.line == theme.text.ink else ""
    return template.format(s=theme.surface, t=theme.text, a=theme.accent, c=theme.change, **parts, **sizes)
