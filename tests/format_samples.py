"""The beginnings of files of many formats, as programs write them, and texts that only look like such."""

import io
import sqlite3
import zipfile
from contextlib import closing


def zipped(*members: str, mimetype: str = "") -> bytes:
    """Return a zip archive; a `mimetype` is its first member, unpacked, as OpenDocument and EPUB want it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for member in members:
            archive.writestr(member, "content " * 50)
    return target.getvalue()


def old_office(*names: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + b"".join(name.encode("utf-16-le") for name in names)


def database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (x)")
        return connection.serialize()


PAGE = '<html lang="en"><head><title>Port</title></head><body><p>“We stay,” she said.</p></body></html>'
HEADERS = "Received: from a.example\r\nMessage-ID: <1@a.example>\r\nSubject: Port\r\nMIME-Version: 1.0\r\n"

PAGES: list[tuple[str, bytes | str]] = [
    ("a.html", "<!DOCTYPE html>\n" + PAGE),
    ("a.txt", PAGE),
    ("a.txt", "\ufeff\n  <!-- saved from x -->\n<!doctype html><title>Port</title>"),
    ("a.xhtml", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'),
    ("a.txt", PAGE.encode("utf-16")),
    ("a.txt", "<p>“We stay,” she said.</p>\n<p>He did not answer.</p>\n"),
    ("a.txt", "Port\n<p>“We stay,” she said.</p>\n<div>He did not</div>\n<p>answer.</p>\n"),
    ("a.htm", "Port<br>“We stay,” she <b>said</b>."),
    ("a.txt", "<article class=x><h1>Port</h1>" + "<p>“We stay,” she said.</p>" * 3000),
]
"""Pages, and pieces of pages."""

FORMATS: dict[str, list[tuple[str, bytes | str]]] = {
    "xml": [
        ("a.xml", '<?xml version="1.0"?><nitf><body><p>“We go.”</p></body></nitf>'),
        ("a.txt", "<newsItem>\n<p>“We go.”</p>\n</newsItem>\n"),
        ("a.xml", '<?xml version="1.0" encoding="UTF-16"?><nitf/>'.encode("utf-16")),
    ],
    "svg": [("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1"/>')],
    "ttml": [("a.xml", '<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>')],
    "tmx": [("a.tmx", '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><body/></tmx>')],
    "latex": [("a.tex", "% a comment\n\\documentclass{article}\n\\begin{document}``We go.''\\end{document}")],
    "pptx": [("a", zipped("[Content_Types].xml", "ppt/presentation.xml"))],
    "pages": [("a.pages", zipped("Index/Document.iwa"))],
    "ods": [("a.ods", zipped("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"))],
    "odp": [("a.odp", zipped("content.xml", mimetype="application/vnd.oasis.opendocument.presentation"))],
    "doc": [("a.doc", old_office("Root Entry", "WordDocument")), ("b.DOC", old_office("Root Entry"))],
    "xls": [("a.xls", old_office("Workbook"))],
    "ppt": [("a.ppt", old_office("PowerPoint Document"))],
    "msg": [("a.msg", old_office("__substg1.0_0037001F"))],
    "ole": [("a", old_office("Root Entry"))],
    "pst": [("a.pst", b"!BDN" + bytes(100))],
    "wordperfect": [("a.wpd", b"\xffWPC" + bytes(100))],
    "mobi": [("a.mobi", b"Title" + bytes(55) + b"BOOKMOBI" + bytes(20))],
    "postscript": [("a.ps", "%!PS-Adobe-3.0\n%%Title: x")],
    "plist": [("a.plist", b"bplist00\xd1\x01\x02\x00")],
    "sbv": [("a.sbv", "0:00:00.599,0:00:04.160\nWe go.")],
    "ass": [("a.ass", "[Script Info]\nTitle: x")],
    "sub": [("a.sub", "{0}{25}We go.\n{26}{50}We stay.")],
    "vcard": [("a.vcf", "BEGIN:VCARD\r\nVERSION:4.0")],
    "icalendar": [("a.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0")],
    "shortcut": [("a.url", "[InternetShortcut]\r\nURL=https://a.example")],
    "png": [("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    "jpeg": [("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0")],
    "gif": [("a.gif", b"GIF89a\x01\0\x01\0\0")],
    "tiff": [("a.tif", b"II*\0\x08\0\0\0"), ("a.tif", b"MM\0*\0\0\0\x08")],
    "webp": [("a.webp", b"RIFF\x1a\0\0\0WEBPVP8 ")],
    "heic": [("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0")],
    "bmp": [("a.bmp", b"BM\x36\0\0\0\0\0\0\0\x36")],
    "djvu": [("a.djvu", b"AT&TFORM\0\0\x01\0DJVU")],
    "mp3": [("a.mp3", b"ID3\x04\0\0\0"), ("b.mp3", b"\xff\xfb\x90\0\0\0")],
    "ogg": [("a.ogg", b"OggS\0\x02\0\0")],
    "flac": [("a.flac", b"fLaC\0\0\0\x22")],
    "wav": [("a.wav", b"RIFF\x24\0\0\0WAVEfmt ")],
    "mp4": [("a.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0"), ("a.m4a", b"\0\0\0\x18ftypM4A \0\0")],
    "mkv": [("a.mkv", b"\x1aE\xdf\xa3\x01\0\0")],
    "avi": [("a.avi", b"RIFF\x24\0\0\0AVI LIST")],
    "zip": [("a.zip", zipped())],
    "bzip2": [("a.bz2", b"BZh91AY&SY\x01\x02")],
    "xz": [("a.xz", b"\xfd7zXZ\0\0\x04")],
    "zstd": [("a.zst", b"(\xb5/\xfd\x04\0")],
    "7z": [("a.7z", b"7z\xbc\xaf\x27\x1c\0\x04")],
    "rar": [("a.rar", b"Rar!\x1a\x07\x01\0")],
    "cab": [("a.cab", b"MSCF\0\0\0\0")],
    "tar": [("a.tar", b"a.txt" + bytes(252) + b"ustar\x0000")],
    "sqlite": [("a.db", database())],
    "elf": [("a", b"\x7fELF\x02\x01\x01\0")],
    "exe": [("a.exe", b"MZ\x90\0\x03\0\0\0")],
    "mach-o": [("a", b"\xcf\xfa\xed\xfe\x07\0\0\x01")],
    "font": [("a.otf", b"OTTO\0\x0b\0\x80")],
}

TEXTS: list[tuple[str, str]] = [
    ("a.txt", "Prices <b> and {c}\n\nThe minister said: “We will keep prices < 5 and > 3 until May.”\n"),
    ("a.txt", "1\n\nThe minister said: “We leave at 10:00:03, not before.”\n"),
    ("a.txt", "<p> is the tag of a paragraph. </p> closes it, and <html> begins a page, the teacher said."),
    ("a.txt", "How a page is made\n\nIt begins with <!doctype html> and <html>. Then <p>a paragraph</p> follows.\n"),
    ("a.txt", "<Applause> The minister said: “We stay.” </Applause>\n\nNobody left."),
    ("a.txt", "<The port> stays open, the minister said."),
    ("a.html", "A page that was saved as text.\n\nThe minister said: “We stay.”\n"),
    (
        "a.txt",
        "From: the harbour\nTo: the press\nDate: 14 March 2025\nSubject: The port\n\n“We stay,” she said.",
    ),
    ("a.txt", "From Monday the port is closed, the minister said.\nSubject to approval, it opens again in May."),
    (
        "a.txt",
        "Received: nothing. That was all when the ministry was asked for plans.\n\n“We stay,” she said.",
    ),
    ("a.txt", "{The following was said in public}\n\n“We stay,” the minister said."),
    ("a.txt", '["We stay," the minister said, according to her office.]\n\nNobody left.'),
    ("a.txt", "[1] The minister said: “We stay.”\n[2] Nobody left.\n"),
    ("a.txt", "{1}{2} are footnotes.\n\n“We stay,” the minister said."),
    ("a.md", "# The port\n\n> “We stay,” the minister said.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
    ("a.md", "---\ntitle: The port\ndate: 2025-03-14\n---\n\n“We stay,” the minister said.\n"),
    ("a.txt", "WEBVTT is the name of a format of captions, the teacher said."),
    ("a.txt", "12:30 --> 14:00 is when the port is closed, the minister said."),
    ("a.txt", "%PDF- is how such a file begins?\n\nNo: “%PDF-1.4”, the teacher said."[1:]),
    ("a.txt", "GIF89a, the old format, is back, the minister said."),
    ("a.txt", "BM is the name of the firm. MZ is its rival. PK\u2060 is the third, she said."),
    ("a.txt", "Rar! The crowd cheered. “We stay,” the minister said."),
    ("a.txt", "SQLite format 3 is what it is stored in, the minister said."),
    ("a.txt", "\\begin is a command.\n\n“We stay,” the minister said."),
    ("a.docx", "Named as if it were something else.\n\n“We stay,” the minister said."),
    ("a.json", "“We stay,” the minister said, and it is no JSON."),
    ("a.csv", "“We stay,” the minister said, and he stayed.\n"),
    ("a.txt", "яыШ — так починалася нотатка. «Ми лишаємося», — сказала міністерка."),
]
"""A file's name, and its text, which is an article whatever it looks like."""
