"""Finds English in the code: texts that a user could see and that no catalogue knows.

A text of two words or more, or a value with its unit ("{} %", "{} MB"), is one that a user could see, unless it stands
where only the program or its makers look: a docstring, a pattern, SQL, markup, a line of the log, an error that is a
bug. A single word counts where it is shown: in a call that puts text on the screen, or with a capital as a label has
it. What is none of these and yet seen by nobody stands in a table, with the reason.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from architecture.trees import tree_of

_TWO_WORDS = re.compile(r"[^\W\d_]{2,}['’]?[,.;:!?…)”»]*\s+[“«(]?[^\W\d_]{2,}|[^\W\d_]{2,}[ ,:]+\{\}[ ,.]+[^\W\d_]{2,}")
_MEASURED = re.compile(r"\{\} ?%(?![\w'\"])|\{\} [^\W\d_]+(?![\w=])")
"""A value with its unit, or with a word behind it, in a text that is put together."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_LABEL = re.compile(r"&?[A-Z]&?[a-z][a-z&]+(…|\.\.\.|:)?")
_SQL = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ATTACH|VACUUM|DROP|BEGIN|ALTER|WITH|WHERE|ORDER BY)\b"
)
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")
_TOLD_IN_TAG = re.compile(r"""\b(?:title|alt|aria-label)=(['"])(.*?)\1""")
_STYLE = re.compile(r"((not|bold|dim|italic|underline|strike|(bright_)?(red|yellow|cyan|green|blue|magenta|white)) ?)+")

SHOWING = frozenset({
    "tr", "print", "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle",
    "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setInformativeText", "setDetailedText",
    "addAction", "addMenu", "addTab", "addItem", "addButton", "addRow", "add_column", "add_row", "setHeaderLabels",
    "QLabel", "QPushButton", "QToolButton", "QAction", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu", "Text",
    "Step", "setLabelText", "UserError", "showMessage", "verbatim", "counted",
})  # fmt: skip
"""Calls whose texts are seen, single words included."""
_HIDDEN = frozenset({
    "execute", "executemany", "executescript", "setObjectName", "property", "setProperty", "getLogger", "fromTheme",
    "findChild", "cast", "TypeVar", "NewType", "getattr", "setattr", "hasattr", "invokeMethod", "setStyleSheet",
})  # fmt: skip
"""Calls whose texts are names, SQL, style: nobody reads them."""
_LOGGING = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})
_PATTERNS = frozenset({"compile", "sub", "match", "fullmatch", "search", "finditer", "findall", "split", "subn"})
_ENUMS = frozenset({"Enum", "StrEnum", "IntEnum", "Flag", "IntFlag"})


SEEN_BY_NOBODY = {
    "Crossquote": "the program's name is the same in every language",
    "Fusion": "a style of Qt's",
    "Down": "a key, as Qt calls it",
    "Esc": "a key, as Qt calls it",
    "Ctrl+Enter": "keys, as Qt calls them",
    "Range": "a field of HTTP",
    "Transformer": "a layer, as a model's file calls it",
    "Stemmer": "a module",
    "ellipsis": "a way to shorten, as rich calls it",
    "{}.toml": "the name of a file",
    "latest release": "the name of a file",
    "Release feed": "a label in the package's own data",
    "{} beginbfchar": "a word of PDF's own language",
}
"""Texts that look like labels and are none."""
SEEN_BY_NOBODY_IN = {
    "gui/theme/fonts.py": "names of typefaces",
    "gui/theme/style.py": "a style sheet",
    "export/formats/html/style.py": "a style sheet",
    "wording/locales.py": "what a number looks like in a locale",
    "export/formats/tmx.py": "markup of a format that machines read",
    "articles/refused": "marks by which formats are known",
    "articles/readers": "names that formats have for their parts",
    "articles/plausibility.py": "what a reader's draft breaks, told to those who write readers",
    "online/asking.py": "fields of HTTP",
    "gui/crash.py": "the report of a bug, for those who mend it",
    "work/selftest/specimens.py": "samples of articles, in the language that they are written in",
    "language/sections": "what a lexicon may hold, told to those who write one: their README is made of it",
}
"""Modules, and folders of them, whose texts are for machines or for the program's makers."""


class Literal(Struct, frozen=True):
    """A text that a user could see: where it stands, and what it says, with {} where a value goes in."""

    path: str
    line: int
    text: str


def find_literals(source: str, path: str = "") -> list[Literal]:
    """Return the texts of a module that a user could see, in their order."""
    found = list(_Looking(path).look(tree_of(source), shown=False))
    return sorted(found, key=lambda literal: literal.line)


def find_all_literals(package: Path) -> list[Literal]:
    """Return the texts of all modules below `package` that a user could see."""
    paths = {path.relative_to(package).as_posix(): path for path in sorted(package.rglob("*.py"))}
    return [
        literal
        for name, path in paths.items() if not name.startswith(tuple(SEEN_BY_NOBODY_IN))
        for literal in find_literals(path.read_text(encoding="utf-8"), name)
    ]  # fmt: skip


class _Looking(Struct, frozen=True):
    path: str

    def look(self, node: ast.AST, *, shown: bool) -> Iterator[Literal]:
        """Yield the texts at or below `node`; `shown` says that it stands in a call that shows its texts."""
        match node:
            case _ if _is_for_makers(node):
                return
            case ast.Constant(value=str() as text):
                yield from self._judge(node, text, shown=shown)
            case ast.JoinedStr(values=values):
                yield from self._judge(node, _template(values), shown=shown)
                for part in values:
                    if isinstance(part, ast.FormattedValue):
                        yield from self.look(part.value, shown=shown)
            case ast.Call():
                yield from self._call(node, shown=shown)
            case _:
                for child in _children(node):
                    yield from self.look(child, shown=shown and isinstance(node, ast.expr))

    def _call(self, node: ast.Call, *, shown: bool) -> Iterator[Literal]:
        owner, name = _called(node.func)
        hidden = name in _HIDDEN or (name in _PATTERNS and owner in {"re", "regex"})
        if hidden or (name in _LOGGING and "log" in owner):
            return
        yield from self.look(node.func, shown=False)
        shows = name in SHOWING or (shown and name in {"format", "join"})
        for argument in node.args:
            yield from self.look(argument, shown=shows)
        for keyword in node.keywords:
            yield from self.look(keyword.value, shown=shows or keyword.arg in {"help", "description", "epilog"})

    def _judge(self, node: ast.expr, text: str, *, shown: bool) -> Iterator[Literal]:
        told = " | ".join((_TAG.sub(" | ", text), *(found[2] for found in _TOLD_IN_TAG.finditer(text))))
        words = (_WORD if shown else _TWO_WORDS).search(told) or _LABEL.fullmatch(text)
        if words is None and isinstance(node, ast.JoinedStr):
            words = _MEASURED.search(told)
        if words and text not in SEEN_BY_NOBODY and not _SQL.match(text) and not _STYLE.fullmatch(text):
            yield Literal(self.path, node.lineno, text)


def _is_for_makers(node: ast.AST) -> bool:
    """Tell whether what stands at and below `node` is for the program and its makers alone."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.alias() | ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name))):
            return name != "UserError"
        case ast.Assign(targets=[ast.Name(id="msg" | "__all__")]):  # "msg" is what an error that is a bug says
            return True
        case ast.Compare() | ast.arg() | ast.AnnAssign(value=None):
            return True
        case _:
            return False


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands below `node`, without annotations, keys of tables, values of enumerations, what a bug says."""
    skipped = {id(each) for name in ("annotation", "returns", "msg") if (each := getattr(node, name, None))}
    if isinstance(node, ast.Dict):
        skipped = {id(key) for key in node.keys if key is not None}
    if isinstance(node, ast.ClassDef) and any(isinstance(base, ast.Name) and base.id in _ENUMS for base in node.bases):
        skipped = {id(child) for child in node.body if isinstance(child, ast.Assign)}
    return (child for child in ast.iter_child_nodes(node) if id(child) not in skipped)


def _template(values: list[ast.expr]) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in values)


def _called(func: ast.expr) -> tuple[str, str]:
    """Return the owner and the name of what is called: ("re", "compile"), ("", "print")."""
    if isinstance(func, ast.Attribute):
        return (_called(func.value)[1].lower(), func.attr)
    return ("", func.id if isinstance(func, ast.Name) else "")
