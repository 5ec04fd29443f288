"""The entrances of articles: texts, documents and pages, with a stranger's bytes in them."""

import gzip
import io
import json
import plistlib
import random
import zipfile
from functools import lru_cache

import xlsxwriter
from given import FIRST, SECOND, Case
from mutation import ATOMS, mutate

from crossquote.articles.clipping import Clipping
from crossquote.cli.main import run
from crossquote.cli.status import complain_of_all
from crossquote.progress import finish
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_clipping
from documents import docx, epub, odt, paragraphs
from documents import packed as zipped
from printed_pages import pdf
from web_pages import page

LARGE = 300_000
"""Letters: of an article that is as long as one may be."""
NAMES = ("\x1b[31mred.docx", "\u202excod.pdf", "\udcff.eml", "a" * 200 + ".rtf", "-", "--help", "a.png", "a\nb.txt")
HOSTILE_XML = b'<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>&b;&d;</a>' + b"<a>" * 9000
CLIMBING = ("../../outside/thesis.txt", "/etc/passwd", "\\\\host\\share", "a/" * 2000 + "b")
SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/1\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
)
HEADS = (
    b"",
    b"%PDF-1.7\n",
    b"PK\3\4",
    b"\x89PNG\r\n",
    b"{\\rtf1 ",
    b"<html><body>",
    b"From: a@b\n\n",
    b"\xff\xfe",
    b"\x1f\x8b\x08",
)


def article(case: Case) -> int:
    """Put a text there, its bytes changed."""
    start = case.chance.choice(HEADS) if case.chance.random() < 0.3 else b""
    text = (FIRST * 3).encode() if case.chance.random() < 0.95 else _long(case.chance)
    path = case.put("one.txt", start + mutate(case.chance, text))
    if case.chance.random() < 0.5:
        return run(["quotes", path])
    return run(["compare", "--json", path, case.put("two.txt", SECOND.encode())])


def document(case: Case) -> int:
    """Put a document of some format there, its bytes changed, under a name that lies or that no terminal bears."""
    name, data = case.chance.choice(document_samples())
    hurt = mutate(case.chance, data) if case.chance.random() < 0.9 else data
    path = case.put(case.chance.choice((name, name, "article", *NAMES)), hurt)
    return run(["quotes", path])


def document_parts(case: Case) -> int:
    """Put a packed document there, one of its parts changed in its bytes or its name, or all of it in another."""
    samples = [sample for sample in document_samples() if sample[1].startswith(b"PK")]
    return _with_other_parts(case, *case.chance.choice(samples))


def workbook(case: Case) -> int:
    """Put a workbook there, changed in its bytes or in one of its parts."""
    if case.chance.random() < 0.4:
        return run(["quotes", case.put("a.xlsx", mutate(case.chance, workbook_sample()))])
    return _with_other_parts(case, "a.xlsx", workbook_sample())


@lru_cache(maxsize=1)
def workbook_sample() -> bytes:
    """Return a workbook of two articles."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    look, sheet = book.add_format({}), book.add_worksheet("articles")
    for at, row in enumerate((("title", "text", "date"), ("Port", FIRST * 2, "2025-03-14"), ("Quay", SECOND, "x"))):
        for column, value in enumerate(row):
            sheet.write_string(at, column, value, look)
    book.close()
    return held.getvalue()


def _with_other_parts(case: Case, name: str, data: bytes) -> int:
    """Put a packed document there, one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    chosen = case.chance.choice(sorted(parts))
    parts[chosen] = case.chance.choice((mutate(case.chance, parts[chosen]), b"\0" * 30_000_000, HOSTILE_XML))
    if case.chance.random() < 0.3:
        parts[case.chance.choice(CLIMBING)] = b"x"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    nested = zipped({"inner.zip": held.getvalue(), name: held.getvalue()})
    return run(["quotes", case.put(name, held.getvalue() if case.chance.random() < 0.7 else nested)])


@lru_cache(maxsize=1)
def document_samples() -> tuple[tuple[str, bytes], ...]:
    """Return a small file of each format that holds articles."""
    said = FIRST * 2
    lines = [(50.0, 700.0 - 14 * at, 10.0, line) for at, line in enumerate(said.split("\n"))]
    word = docx(paragraphs(*said.split("\n")))
    mail = f"Received: x\nMessage-ID: <1@a>\nFrom: Ada <a@a>\nSubject: Port\nMIME-Version: 1.0\n\n{said}> quoted\n"
    boxes = (
        f"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n{said}\n--x\nContent-Type: text/html\n\n<p>{said}</p>\n"
    )
    times = "".join(f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{said[:60]}\n\n" for at in range(1, 9))
    entry = f"<item><title>Port</title><description>&lt;p>{said}&lt;/p></description></item>"
    return (
        ("a.docx", word),
        ("a.odt", odt("".join(f"<text:p>{line}</text:p>" for line in said.split("\n")))),
        ("a.epub", epub(f"<h1>One</h1><p>{said}</p>", f"<ul><li>{said}</ul>")),
        (
            "a.rtf",
            b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 " + said.encode("cp1252", "replace") + b"\\par}",
        ),
        ("a.pdf", pdf([lines, lines])),
        ("a.eml", mail.encode()),
        ("b.eml", mail.partition("\n\n")[0].encode() + b"\n" + boxes.encode()),
        ("a.mbox", b"From a@a Mon Mar  3 10:00:03 2025\n" + mail.encode() + b"\n"),
        ("a.srt", times.encode()),
        ("a.vtt", b"WEBVTT\n\n" + times.replace(",", ".").encode()),
        ("a.rss", f"<rss><channel><title>x</title>{entry * 3}</channel></rss>".encode()),
        ("a.csv", f'title,text,date\nPort,"{said}",2025-03-14\nQuay,=1+1,x\n'.encode()),
        ("a.tsv", f"title\ttext\nPort\t{said[:90]}\n".encode()),
        ("a.jsonl", json.dumps({"title": "Port", "text": said}).encode() + b"\n"),
        ("a.txt.gz", gzip.compress(said.encode())),
        ("a.md", f"---\ntitle: Port\n---\n# Port\n\n> {said}".encode()),
        ("a.json", json.dumps([{"title": "Port", "text": said, "date": "2025-03-14"}] * 3).encode()),
        ("a.zip", zipped({"one.txt": said, "b/two.docx": word, "mail.eml": mail})),
    )


def web_page(case: Case) -> int:
    """Put a page, or what a browser saves one in, with its bytes and its tags mutated."""
    text = page() if case.chance.random() < 0.7 else "<p>“We stay,” she said.</p>" * 20
    if case.chance.random() < 0.4:
        text = _with_odd_tags(case.chance, text)
    name, data = case.chance.choice((("a.html", text.encode()), ("a.mhtml", SAVED + text.encode())))
    if case.chance.random() < 0.2:
        name, data = "a.webarchive", _archived(text)
    return run(["quotes", case.put(name, mutate(case.chance, data) if case.chance.random() < 0.8 else data)])


def copied(case: Case) -> int:
    """Put on the clipboard what was copied of a page, its text, its hypertext and its address changed."""
    page_ = page() if case.chance.random() < 0.5 else "<p>“We stay,” she said.</p>" * 20
    page_ = _with_odd_tags(case.chance, page_) if case.chance.random() < 0.3 else page_
    parts = [mutate(case.chance, part) for part in (FIRST.encode(), page_.encode(), b"https://post.example/1")]
    clipping = Clipping(*(part.decode(errors="surrogateescape") for part in parts))
    outcome = finish(add_clipping(Session(), clipping))
    return complain_of_all(outcome.problems)


def _archived(text: str) -> bytes:
    """Return a page as Safari saves it."""
    main = {"WebResourceData": text.encode(), "WebResourceURL": "https://post.example/1"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def _with_odd_tags(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    odd = (
        "<div>" * chance.choice((50, 5_000, 1_000_000)), "<p " + "a=b " * 200_000 + ">", "<!--", "<script>", "<svg>",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>", "\u202e\u2066", "<table><td>" * 3_000,
        "x" * 2_000_000, "&lol;" * 50_000, "<meta charset=utf-7>", "<b>" * 400 + "</i>" * 400, "<math><plaintext>",
        "<li>x" * 40_000, "<h1>x</h1>" * 40_000, "<dt>x<dd>y" * 3_800,
    )  # fmt: skip
    return text[:at] + chance.choice(odd) + text[at:]


def _long(chance: random.Random) -> bytes:
    """Return an article of one thing again and again, as long as one may be."""
    again = mutate(chance, chance.choice((FIRST.encode(), SECOND.encode(), *ATOMS[:20]))) or b"x"
    return FIRST.encode() + (again * (LARGE // len(again) + 1))[:LARGE]
