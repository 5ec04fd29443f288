"""Documents: what stands in them is read in its order, what was deleted or stands apart is not."""

import io
import stat
import zipfile
from time import process_time

import pytest

from contracts.reader import HINTS, ReaderContract, only
from crossquote.articles.beginning import head_of
from crossquote.articles.blocks import tidy
from crossquote.articles.reader import Draft, Reader, Several, Sureness
from crossquote.articles.readers import docx, epub, odt, zip_archive
from crossquote.articles.sniff import find_reader
from crossquote.errors import UserError
from documents import docx as word
from documents import epub as book
from documents import odt as open_document
from documents import packed, paragraphs, run
from format_samples import zipped
from kept import kept
from saying import says

pytestmark = pytest.mark.usefixtures("kept_processes")

SAID = "“We stay,” the minister said."
HEBREW = "״אנחנו נשארים״, אמרה השרה."


def test_blanks_of_any_number_cost_what_they_are() -> None:
    assert tidy(f"a{' ' * 300_000}b \n {' ' * 300_000}c\t\n") == f"a{' ' * 300_000}b\nc"


def _p(inner: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{inner}</w:p>"


DELETED = f'<w:del w:id="1">{run("go")}</w:del><w:ins w:id="2">{run("stay")}</w:ins>'
ROWS = (
    f"<w:tr><w:tc>{paragraphs('Quay')}</w:tc><w:tc>{paragraphs('Piers')}</w:tc></w:tr>"
    f'<w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>{paragraphs("gone")}</w:tc></w:tr>'
)
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
BOX = f"<w:txbxContent>{paragraphs('in the box')}</w:txbxContent>"
BOXES = (
    f'<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
RUBY = f"<w:r><w:ruby><w:rt>{run('みなと')}</w:rt><w:rubyBase>{run('港')}</w:rubyBase></w:ruby></w:r>"
WORD_BODY = "".join((
    _p(run("The port stays open"), '<w:pStyle w:val="Titel"/>'),
    _p(run("“We ") + DELETED + run(",” she said.")),
    _p(run("It was said "), '<w:rPr><w:del w:id="3"/></w:rPr>'),
    _p(run("on Monday.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    f"<w:tbl>{ROWS}</w:tbl>",
    _p(f"<w:hyperlink>{run('A link')}</w:hyperlink><w:r><w:tab/><w:t>goes</w:t><w:br/><w:noBreakHyphen/></w:r>"),
    _p(HIDDEN + run("seen")),
    _p(run("Box:") + BOXES),
    f"<w:sdt><w:sdtContent>{paragraphs(HEBREW)}</w:sdtContent></w:sdt>",
    _p(RUBY),
))  # fmt: skip
WORD_NOTES = (
    f'<w:footnote w:id="1">{paragraphs("unused")}</w:footnote><w:footnote w:id="2">{paragraphs("A note.")}</w:footnote>'
)
WORD_TEXT = [
    "The port stays open", "“We stay,” she said.", "It was said on Monday.", "Quay", "Piers", "A link\tgoes\n\u2011",
    "seen", "Box:", "in the box", HEBREW, "港", "A note.",
]  # fmt: skip


class TestDocxReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return docx.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.docx", word(WORD_BODY, WORD_NOTES)), ("b", word(paragraphs(SAID)))]


def test_a_docx_gives_its_text_as_it_stands() -> None:
    data = word(WORD_BODY, WORD_NOTES, f"<w:comment>{paragraphs('Really?')}</w:comment>", paragraphs("The Herald"), "x")
    draft = only(docx.READER.read(data, HINTS))
    assert kept(draft).split("\n\n") == WORD_TEXT
    assert draft.title == "The port stays open"
    assert draft.set_aside == ("The Herald", "Really?")


def test_a_docx_whose_head_says_nothing_is_called_as_it_says_elsewhere() -> None:
    data = word(paragraphs("One sentence, no title, was said by her. It ends."), title="The port")
    assert only(docx.READER.read(data, HINTS)).title == "The port"


def test_a_docx_is_known_though_its_parts_stand_late_in_it() -> None:
    late = zipped(*(f"customXml/item{number}.xml" for number in range(2000)))
    assert find_reader(late, "a.docx") is docx.READER
    assert find_reader(late, "a.zip") is zip_archive.READER


OPEN_BODY = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
    '<text:h text:outline-level="1">The port stays open</text:h>'
    "<text:p>“We<text:s/>stay,”\n   <text:span>she said</text:span>.<text:note>"
    "<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
    "</text:note-body></text:note></text:p>"
    "<text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Two</text:p></text:list-item>"
    "</text:list></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>Quay</text:p></table:table-cell>"
    "<table:table-cell><text:p>Piers</text:p></table:table-cell></table:table-row></table:table>"
    "<text:p>Box:<draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame></text:p>"
    '<text:section text:display="none"><text:p>hidden</text:p></text:section>'
    "<text:p><office:annotation><text:p>Really?</text:p></office:annotation>a<text:line-break/>b<text:tab/>c</text:p>"
    "<text:p><text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>みなと</text:ruby-text></text:ruby></text:p>"
    f"<text:p>{HEBREW}</text:p>"
)
OPEN_TEXT = [
    "The port stays open", "“We stay,” she said.", "One", "Two", "Quay", "Piers", "Box:", "in the box", "a\nb\tc", "港",
    HEBREW, "A note.",
]  # fmt: skip


class TestOdtReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return odt.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.odt", open_document(OPEN_BODY)), ("b", open_document(f"<text:p>{SAID}</text:p>"))]


def test_an_odt_gives_its_text_as_it_stands() -> None:
    draft = only(odt.READER.read(open_document(OPEN_BODY, "<text:p>The Herald</text:p>", "x"), HINTS))
    assert kept(draft).split("\n\n") == OPEN_TEXT
    assert draft.title == "The port stays open"
    assert draft.set_aside == ("Really?", "The Herald")


def test_a_heading_of_an_odt_may_only_be_styled_as_one() -> None:
    body = f'<text:p text:style-name="Heading_20_1">The port: open</text:p><text:p>{SAID}</text:p>'
    assert only(odt.READER.read(open_document(body), HINTS)).title == "The port: open"


def test_a_page_that_was_saved_as_a_document_begins_with_its_title() -> None:
    body = (
        '<text:p>Home World</text:p><text:h text:outline-level="1">The port stays open</text:h>'
        "<text:p>By Ida Berg</text:p><text:p>14 March 2025</text:p><text:p>“We stay,” she said.</text:p>"
    )
    draft = only(odt.READER.read(open_document(body, title="The port stays open | Harbour Post"), HINTS))
    assert (draft.title, draft.outlet, draft.date) == ("The port stays open", "Harbour Post", "2025-03-14")
    assert (draft.authors, draft.set_aside[-1]) == (("Ida Berg",), "Home World")
    alone = only(odt.READER.read(open_document(body, title="The port stays open"), HINTS))
    assert "Home World" not in alone.set_aside


def test_an_odt_keeps_to_itself_what_its_styles_hide() -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'xmlns:s="{space}:style:1.0" xmlns:t="{space}:text:1.0"'
    style = f'<s:style {names} s:name="H"><s:text-properties t:display="none"/></s:style><office:body>'.encode()
    body = (
        '<text:p><text:span text:style-name="H">hidden <text:span>too</text:span></text:span>“We stay,” she said.'
        "</text:p>"
        '<text:p text:style-name="H">hidden</text:p><text:p text:style-name="S">She went.</text:p>'
    )
    parts = zipfile.ZipFile(io.BytesIO(open_document(body)))
    content = parts.read("content.xml").replace(b"<office:body>", style)
    assert only(odt.READER.read(packed({"content.xml": content}), HINTS)).text == "“We stay,” she said.\n\nShe went."


def test_an_odt_writes_out_the_fields_of_its_text() -> None:
    picture = "<draw:frame><draw:title>A pier</draw:title></draw:frame>"
    body = f"<text:p>It is called <text:title>The Port</text:title>.{picture}</text:p>"
    assert only(odt.READER.read(open_document(body), HINTS)).text == "It is called The Port."


def test_the_text_of_an_odt_is_not_that_of_a_style_before_it() -> None:
    parts = zipfile.ZipFile(io.BytesIO(open_document(f"<text:p>{SAID}</text:p>")))
    style = b'<number:date-style xmlns:number="n"><number:text>/</number:text></number:date-style><office:body>'
    content = parts.read("content.xml").replace(b"<office:body>", style)
    assert only(odt.READER.read(packed({"content.xml": content}), HINTS)).text == SAID


def test_an_odt_that_asks_for_a_password_says_so() -> None:
    data = packed(
        {"content.xml": b"\x01\x02", "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"},
        "application/vnd.oasis.opendocument.text",
    )
    with pytest.raises(UserError, check=says("locked with a password")):
        only(odt.READER.read(data, HINTS))


FIRST = (
    '<h1>The port<br/>stays open</h1><p>“We&nbsp;stay,”\n <b>she</b> said.<a href="#n"><sup>1</sup></a></p>'
    "<ul><li>One<li>Two</ul><script>never()</script><p hidden>hidden</p>"
)
SECOND = "<h1>Two</h1><div>Before<p>within</p>after</div><pre>a  b</pre><p>&#128674; x &amp; y</p>"
BOOK_TEXT = [
    "The port\nstays open", "“We\u00a0stay,” she said.", "One", "Two", "Two", "Before", "within", "after", "a b",
    "🚢 x & y",
]  # fmt: skip


class TestEpubReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return epub.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.epub", book(FIRST, SECOND))]


def test_an_epub_gives_its_chapters_in_order() -> None:
    draft = epub.READER.read(book(FIRST, SECOND), HINTS)
    assert draft.text.split("\n\n") == BOOK_TEXT
    assert (draft.title, draft.authors, draft.outlet) == ("The port stays open", ("Ada Lindqvist",), "The Press")


class TestArchiveReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return zip_archive.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.zip", packed({"one.txt": SAID, "folder/two.docx": word(paragraphs(SAID))}))]


def test_an_archive_gives_its_files_but_no_links_and_nothing_hidden() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
        for name in (
            "folder/",
            "__MACOSX/._one.txt",
            ".hidden",
            "folder/Thumbs.db",
            "~$one.docx",
            "../../climbs.txt",
            "one.txt",
        ):
            made.writestr(name, SAID)
    made_of = zip_archive.READER.read(target.getvalue(), HINTS)
    assert [file.name for file in made_of.files] == ["../../climbs.txt", "one.txt"]


OPEN_TYPE = "application/vnd.oasis.opendocument.text"
INSIDE = {
    "one.docx": word(paragraphs(SAID)),
    "two.odt": open_document(f"<text:p>{SAID}</text:p>"),
    "three.epub": book(FIRST, SECOND),
}


@pytest.mark.parametrize("first", INSIDE)
@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("cut", [0, 30])
def test_an_archive_is_known_by_its_own_names_and_not_by_those_inside_what_it_holds(
    first: str, packing: int, cut: int
) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packing) as made:
        made.writestr(first, INSIDE[first])
        made.writestr("rows.csv", f"title,text\nPort,{SAID}\n")
    data = target.getvalue()
    assert find_reader(data[: len(data) - cut], "a.zip") is zip_archive.READER


@pytest.mark.parametrize("folder", ["word", "xl", "ppt"])
def test_a_folder_called_as_one_of_an_office_program_makes_no_document(folder: str) -> None:
    assert find_reader(packed({f"{folder}/one.txt": SAID}), "a.zip") is zip_archive.READER


@pytest.mark.parametrize(
    ("reader", "data"),
    [(docx.READER, INSIDE["one.docx"]), (odt.READER, INSIDE["two.odt"]), (epub.READER, INSIDE["three.epub"])],
)
def test_a_document_is_known_without_its_name_damaged_or_not(reader: Reader, data: bytes) -> None:
    for cut in (data, data[:-30], data[:600], b"".join((data, bytes(50)))):
        assert find_reader(cut, "a") is reader


BOMB = b"x" * 60_000_000
NESTED = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
BOOK = {
    "META-INF/container.xml": '<container><rootfile full-path="a.opf"/></container>',
    "a.opf": '<package><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><itemref idref="a"/></package>',
}
ENTITIES = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("reader", "parts", "words"),
    [
        (docx.READER, {"word/document.xml": BOMB}, "unpacks to more"),
        (odt.READER, {"content.xml": BOMB}, "unpacks to more"),
        (zip_archive.READER, {"a.txt": BOMB}, "unpacks to more"),
        (docx.READER, {"word/document.xml": "<a>" * 1_100_000}, "unpacks to more"),
        (docx.READER, {"word/document.xml": "<a>" * 100_000}, "may be damaged"),
        (docx.READER, {"word/document.xml": ENTITIES + "<a>&b;&d;</a>"}, "may be damaged"),
        (odt.READER, {"content.xml": (ENTITIES + "<a>&b;&d;</a>").encode("utf-16")}, "may be damaged"),
        (epub.READER, {"META-INF/container.xml": ENTITIES + "<a/>"}, "may be damaged"),
        (epub.READER, {**BOOK, "a.xhtml": NESTED + "<html><body>&b;</body></html>"}, "may be damaged"),
        (zip_archive.READER, {}, "may be damaged"),
    ],
)
def test_what_is_hostile_is_refused(reader: Reader, parts: dict[str, str | bytes], words: str) -> None:
    with pytest.raises(UserError, check=says(words)):
        reader.read(packed(parts), HINTS)


def test_an_archive_of_nested_links_stays_within_itself() -> None:
    """A relation of a DOCX may lead anywhere; it is looked up in the archive, and nowhere else."""
    rels = '<Relationships><Relationship Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>'
    with pytest.raises(UserError, check=says("may be damaged")):
        only(docx.READER.read(packed({"_rels/.rels": rels, "word/a": "x"}), HINTS))


def test_what_a_draft_and_several_are_told_apart() -> None:
    assert isinstance(docx.READER.read(word(paragraphs(SAID)), HINTS), Draft)
    assert isinstance(zip_archive.READER.read(packed({"a.txt": SAID}), HINTS), Several)
    assert zip_archive.READER.sniff(head_of(zipped("a.txt")), "a") is Sureness.LIKELY


def test_folders_that_might_be_of_a_page_cost_no_more_than_their_number() -> None:
    page = f"<html><p>{'“We stay,” said the mayor. ' * 80_000}</p></html>"
    many = packed({"a.html": page, **{f"a-{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}/b.txt": SAID
                                      for n in range(2000)}})  # fmt: skip
    began = process_time()
    made = zip_archive.READER.read(many, HINTS)
    assert isinstance(made, Several)
    assert len(made.files) == 2001
    assert process_time() - began < 3
