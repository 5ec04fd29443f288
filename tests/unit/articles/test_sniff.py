"""Which reader a file is for: formats are known by their content, and no article is taken for one of them."""

from pathlib import Path

import pytest

from crossquote.articles import readers as readers_folder
from crossquote.articles.read import read_article
from crossquote.articles.readers import plain
from crossquote.articles.refusal import Refusal
from crossquote.articles.sniff import READERS, find_reader, offered_suffixes
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.stages.add_articles import read_files
from documents import packed
from format_samples import FORMATS, PAGES, TEXTS

pytestmark = pytest.mark.usefixtures("kept_processes")
REFUSED = [reader for reader in READERS if isinstance(reader, Refusal)]
SAMPLES = [(name, *sample) for name, samples in {**FORMATS, "html": PAGES}.items() for sample in samples]


@pytest.mark.parametrize(("name", "file", "content"), SAMPLES)
def test_a_format_is_known_by_its_content(name: str, file: str, content: bytes | str) -> None:
    data = content.encode() if isinstance(content, str) else content
    assert find_reader(data, file).name == name


@pytest.mark.parametrize(("file", "text"), TEXTS)
def test_a_text_that_only_looks_like_a_format_is_read(tmp_path: Path, file: str, text: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        assert find_reader(text.encode(encoding), file) is plain.READER
    path = tmp_path / file
    path.write_text(text, encoding="utf-8", newline="")
    read = read_article(path).text
    assert (text.endswith(read) and "We stay" in read) if file.endswith(".md") else read == text


SAID = "“We stay in the harbour,” Mayor Ada Lindqvist said on Friday."
BROKEN = [
    ("a.json", f"{{'title': 'The port', 'text': '{SAID}'}}"),
    ("a.json", f'{{title: "The port", text: "{SAID}"}}'),
    ("a.json", f'[{{"title" "The port", "text": "{SAID}"}}]'),
    ("a.json", f'"title": "The port", "text": "{SAID}"}}]'),
    ("a.JSONL", f"{{'text': '{SAID}'}}\n" * 2),
    ("a.json", f'{{"title": "The port", "text": "{SAID}'),
    ("a.rtf", f"rtf1\\ansi\\pard {SAID}\\par}}"),
    ("a.rtf", f"\\pard\\f0 {SAID}\\par}}"),
    ("content.xml", f"<office:document-content><text:p>{SAID}</text:p>"),
]
"""Files whose name says what they are, and that are broken: their names, and what is left of them."""


@pytest.mark.parametrize(("file", "content"), BROKEN)
def test_what_is_named_as_a_format_and_is_broken_is_refused_by_that_name(
    tmp_path: Path, file: str, content: str
) -> None:
    path = tmp_path / file
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_article(path)
    assert caught.value.code in (ErrorCode.UNREADABLE, ErrorCode.FORMAT)
    name = {".jsonl": "json"}.get(path.suffix.lower(), path.suffix[1:])
    assert caught.value.message.fact("format") == message(f"format.{name}")
    path.with_suffix(".txt").write_text(SAID, encoding="utf-8")
    assert read_article(path.with_suffix(".txt")).text == SAID


@pytest.mark.parametrize("file", ["a.odt", "a.ott", "a.epub"])
def test_a_document_that_has_lost_what_says_its_kind_is_no_archive_of_texts(tmp_path: Path, file: str) -> None:
    inner = f"office:document-content><text:p>{SAID}</text:p>"
    path = tmp_path / "outer.zip"
    path.write_bytes(packed({file: packed({"content.xml": inner, "META-INF/manifest.xml": "<a/>"}), "b.txt": SAID}))
    added = finish(read_files(State(), [path]))
    assert [one.text for one in added.state.articles.values()] == [SAID]
    assert [problem.message.code for problem in added.problems] == ["error.damaged"]


def test_there_is_a_sample_of_each_refused_format() -> None:
    assert {reader.name for reader in REFUSED} == FORMATS.keys()


@pytest.mark.parametrize("reader", REFUSED, ids=lambda reader: reader.name)
def test_what_is_refused_is_named_with_what_to_do(reader: Refusal, tmp_path: Path) -> None:
    name, content = FORMATS[reader.name][0]
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(UserError) as caught:
        read_article(path)
    assert caught.value.code is ErrorCode.FORMAT
    assert caught.value.path == str(path)


def test_the_table_has_every_reader_that_is_in_the_folder() -> None:
    (folder,) = readers_folder.__path__
    modules = {
        f"{readers_folder.__name__}.{path.stem}" for path in Path(folder).glob("*.py") if path.stem != "__init__"
    }
    assert {type(reader).__module__ for reader in READERS if not isinstance(reader, Refusal)} == modules


def test_dialogs_offer_what_can_be_read_and_nothing_else() -> None:
    assert {".txt", ".md", ".html", ".htm"} <= set(offered_suffixes())
    assert not {".xls", ".pptx", ".png", ".mp3", ".7z"} & set(offered_suffixes())


@pytest.mark.parametrize(
    "start", ["<!--", "<!", "<?x", "<p", "{", '{"', "[[", "From: x\n", "\\", "%x\n", '{"a\\', "WEBVTT\n", "1\n"]
)
def test_no_beginning_takes_long_to_look_at(start: str) -> None:
    """Sixty thousand times the same beginning of a sign: patterns that try all ways round would not end."""
    for text in (start * (60_000 // len(start)), start + " " * 60_000, start + "<" * 60_000):
        find_reader(text.encode(), "a.txt")
