"""Documents of office programs and of readers of books."""

from crossquote.articles.format_signs import begins, holds, matches, zip_of_type, zip_with
from crossquote.articles.refusal import Refusal, Sign

_PROGRAM = "program"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _ole_with(word: str, *suffixes: str) -> Sign:
    """Return the sign of a file of Microsoft's old kind with an inner file of this name."""
    return holds(_OLE, word.encode("utf-16-le"), suffixes=suffixes)


def _microsoft(name: str, kind: str, folder: bytes) -> Refusal:
    media = f"application/vnd.openxmlformats-officedocument.{kind}"
    return Refusal(name, media, zip_with(folder, f".{name}"), _PROGRAM)


def _zip_type(name: str, media: str) -> Refusal:
    """Return the refusal of a document of OpenDocument's."""
    return Refusal(name, media, zip_of_type(media, f".{name}"), _PROGRAM)


REFUSED = (
    _microsoft("pptx", "presentationml.presentation", b"ppt/"),
    _zip_type("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    _zip_type("odp", "application/vnd.oasis.opendocument.presentation"),
    Refusal("pages", "application/vnd.apple.pages", zip_with(b"Index/Document.iwa", ".pages"), _PROGRAM),
    Refusal("doc", "application/msword", _ole_with("WordDocument", ".doc"), _PROGRAM),
    Refusal("xls", "application/vnd.ms-excel", _ole_with("Workbook", ".xls"), _PROGRAM),
    Refusal("ppt", "application/vnd.ms-powerpoint", _ole_with("PowerPoint Document", ".ppt"), _PROGRAM),
    Refusal("msg", "application/vnd.ms-outlook", _ole_with("__substg1.0_", ".msg"), _PROGRAM),
    Refusal("ole", "application/x-ole-storage", holds(_OLE), _PROGRAM),
    Refusal("pst", "application/vnd.ms-outlook-pst", begins(b"!BDN"), _PROGRAM),
    Refusal("wordperfect", "application/vnd.wordperfect", begins(b"\xffWPC"), _PROGRAM),
    Refusal("mobi", "application/x-mobipocket-ebook", begins(b"BOOKMOBI", at=60), _PROGRAM),
    Refusal("postscript", "application/postscript", matches("%", r"%!PS-Adobe"), _PROGRAM),
    Refusal("plist", "application/x-plist", begins(b"bplist00"), "article"),
)
