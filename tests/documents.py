"""Documents of office programs and books, made after their standards, with all that a reader has to know of."""

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DUBLIN = "http://purl.org/dc/elements/1.1/"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts: Mapping[str, str | bytes], mimetype: str = "") -> bytes:
    """Return a zip archive; a `mimetype` is its first member, unpacked."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def relations(*pairs: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def docx(body: str, notes: str = "", comments: str = "", head: str = "", title: str = "") -> bytes:
    """Return a DOCX of this body; `notes` are the footnotes, `head` is that of each page."""

    def part(root: str, inner: str) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{WORD}">{inner}</w:{root}>'

    styles = (
        '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    )
    core = f'<c:core xmlns:c="x" xmlns:dc="{DUBLIN}"><dc:title>{title}</dc:title></c:core>'
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": relations(
                ("officeDocument", "word/document.xml"), ("metadata/core-properties", "/docProps/core.xml")
            ),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(
                ("styles", "styles.xml"),
                ("footnotes", "footnotes.xml"),
                ("comments", "comments.xml"),
                ("header", "header1.xml"),
            ),
            "word/styles.xml": part("styles", styles),
            "word/footnotes.xml": part("footnotes", notes),
            "word/comments.xml": part("comments", comments),
            "word/header1.xml": part("hdr", head),
            "docProps/core.xml": core,
        }
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<w:p>{run(text)}</w:p>" for text in texts)


def odt(body: str, head: str = "", title: str = "") -> bytes:
    """Return an ODT of this body; `head` is that of each page."""
    spaces = " ".join(
        f'xmlns:{name}="{OPEN}:{full}:1.0"'
        for name, full in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("style", "style"),
            ("meta", "meta"),
        )
    )
    dublin = f'xmlns:dc="{DUBLIN}"'
    page = f'<style:master-page style:name="Standard"><style:header>{head}</style:header></style:master-page>'
    return packed(
        {
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {spaces}><office:master-styles>{page}</office:master-styles>"
            "</office:document-styles>",
            "meta.xml": f"<office:document-meta {spaces} {dublin}><office:meta><dc:title>{title}</dc:title>"
            "</office:meta></office:document-meta>",
        },
        "application/vnd.oasis.opendocument.text",
    )


def epub(*chapters: str, title: str = "A book", creator: str = "Ada Lindqvist") -> bytes:
    """Return an EPUB of these chapters, each the body of a page."""
    items = "".join(
        f'<item id="c{number}" href="text/c%20{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number, _ in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number, _ in enumerate(chapters))
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="{DUBLIN}">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        "<dc:publisher>The Press</dc:publisher></metadata>"
        f'<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}'
        f'</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    pages = {
        f"EPUB/text/c {number}.xhtml": '<?xml version="1.0" encoding="utf-8"?><html '
        f'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{chapter}</body></html>'
        for number, chapter in enumerate(chapters)
    }
    return packed(
        {
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="EPUB/content.opf"/></rootfiles></container>',
            "EPUB/content.opf": package,
            "EPUB/nav.xhtml": "<html><body><nav>Contents</nav></body></html>",
            **pages,
        },
        "application/epub+zip",
    )
