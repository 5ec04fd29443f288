"""PDF files, made after the standard: lines of text where they are wanted."""

from collections.abc import Iterable, Sequence

Placed = tuple[float, float, float, str]
"""A line of text: from the left, from below, the size of its letters, what it says."""
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
PICTURE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
RESOURCES = b"<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>"


def pdf(pages: Sequence[Iterable[Placed]], *, pictures: bool = False) -> bytes:
    """Return a PDF with these lines on its pages; with `pictures`, each has one too."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", FONT, PICTURE + b"stream\nx\nendstream"]
    kids = []
    for lines in pages:
        content = b"".join(_shown(*line) for line in lines) + (b"q 500 0 0 700 50 50 cm /I Do Q" if pictures else b"")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources%s/Contents %d 0 R>>"
        objects.append(page % (RESOURCES, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return _file(objects)


def _shown(left: float, base: float, size: float, text: str) -> bytes:
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
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
