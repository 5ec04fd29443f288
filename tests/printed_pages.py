"""PDF files, made after the standard: lines of text where they are wanted."""

from collections.abc import Iterable, Mapping, Sequence

Placed = tuple[float, float, float, str]
"""A line of text: from the left, from below, the size of its letters, what it says."""
Drawn = tuple[float, float, float, str, str]
"""A piece of a line, drawn sign by sign, with the letters that it stands for, as browsers write them beside it."""
_STEP = 2.5
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
PICTURE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
RESOURCES = b"<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>"
_FIRST = 33
_ESCAPED = b"\\()"


def pdf(pages: Sequence[Iterable[Placed | Drawn]], *, pictures: bool = False) -> bytes:
    """Return a PDF with these lines on its pages; with `pictures`, each has one too."""
    kept = [list(lines) for lines in pages]
    text = "".join(sorted({letter for lines in kept for line in lines for letter in line[3]}))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", FONT, PICTURE + b"stream\nx\nendstream"]
    codes = None
    if not _is_western(text):
        codes = {letter: code for code, letter in enumerate(text, start=_FIRST)}
        objects[2] = _font(codes, len(objects) + 1)
        objects.append(_stream(_map_of(codes)))
    kids = []
    for lines in kept:
        content = b"".join(_piece(line, codes) for line in lines)
        objects.append(_stream(content + (b"q 500 0 0 700 50 50 cm /I Do Q" if pictures else b"")))
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources%s/Contents %d 0 R>>"
        objects.append(page % (RESOURCES, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return _file(objects)


def _is_western(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _font(codes: Mapping[str, int], told: int) -> bytes:
    """Return a font in which letters have codes of their own; object `told` says which are which."""
    widths = b" ".join([b"500"] * len(codes))
    return b"<</Type/Font/Subtype/TrueType/BaseFont/Own/FirstChar %d/LastChar %d/Widths[%s]/ToUnicode %d 0 R>>" % (
        _FIRST, _FIRST + len(codes) - 1, widths, told,
    )  # fmt: skip


def _map_of(codes: Mapping[str, int]) -> bytes:
    pairs = "\n".join(f"<{code:02X}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange {len(codes)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _piece(line: Placed | Drawn, codes: Mapping[str, int] | None) -> bytes:
    left, base, size, text, *said = line
    if not said:
        return _shown(left, base, size, text, codes)
    each = b"".join(_shown(left + _STEP * at, base, size, letter, codes) for at, letter in enumerate(text))
    return b"/Span <</ActualText <FEFF%s>>> BDC\n%sEMC\n" % (said[0].encode("utf-16-be").hex().encode(), each)


def _shown(left: float, base: float, size: float, text: str, codes: Mapping[str, int] | None) -> bytes:
    written = text.encode("cp1252") if codes is None else bytes(codes[letter] for letter in text)
    escaped = b"".join(b"\\%c" % byte if byte in _ESCAPED else b"%c" % byte for byte in written)
    return b"BT /F %.1f Tf %.1f %.1f Td (%s) Tj ET\n" % (size, left, base, escaped)


def _file(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, inner in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, inner)
    table = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(data))
    return data + b"xref\n0 %d\n" % count + table + trailer
