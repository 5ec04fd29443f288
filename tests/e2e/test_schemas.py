"""Reports against the schemas of their formats: ECMA-376's for DOCX and XLSX, XLIFF's, TMX's and TEI's.

`CROSSQUOTE_SCHEMAS=FOLDER uv run pytest -m schemas`. The folder holds what is to be had of: `wml.xsd` and `sml.xsd`
with those that they import (they lie in `ref/xsd` of python-docx's repository), `xml.xsd` of the W3C,
`xliff_core_2.0.xsd` of OASIS, `tmx14.dtd` and `tei_all.rng`, which Jing reads.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from contracts.exporter import reports
from crossquote.export.exporter import known_formats

pytestmark = pytest.mark.schemas
FOLDER = Path(os.environ.get("CROSSQUOTE_SCHEMAS", "."))
NAMES = ("strange", "ceasefire-call", "harbour-strike", "kessrin-dam")
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NOT_THEIRS = ("theme", "webSettings")
KNOWN = "}t', attribute '{http://www.w3.org/XML/1998/namespace}space'"
"""What ECMA-376 allows in its text (part 1, 18.4.12) and every program writes, but its schema of tables forgets."""
_ANY = '<xsd:import namespace="http://www.w3.org/XML/1998/namespace"'


def schema(name: str) -> etree.XMLSchema:
    """Return a schema of the folder; where it only names the W3C's, that one is looked for beside it."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"no {name} in CROSSQUOTE_SCHEMAS")
    text = path.read_text(encoding="utf-8").replace(f"{_ANY}/>", f'{_ANY} schemaLocation="xml.xsd"/>')
    return etree.XMLSchema(etree.fromstring(text.encode(), base_url=str(path)))


def parts(ending: str, name: str, folder: str) -> Iterator[tuple[str, etree._Element]]:
    """Yield the parts of a report that are the format's own, without what it says may be passed over."""
    with ZipFile(BytesIO(known_formats()[ending].render(reports()[name]))) as archive:
        for part in archive.namelist():
            own = part.startswith(folder) and part.endswith(".xml") and not any(one in part for one in NOT_THEIRS)
            if own:
                yield part, understood(etree.fromstring(archive.read(part)))


def understood(tree: etree._Element) -> etree._Element:
    """Return a tree without the elements and attributes of names that it says need not be understood."""
    names = {tree.nsmap[one] for one in str(tree.get(f"{COMPATIBILITY}Ignorable", "")).split()}
    names.add(COMPATIBILITY.strip("{}"))
    for one in list(tree.iter(etree.Element)):
        if etree.QName(one).namespace in names and (above := one.getparent()) is not None:
            above.remove(one)
        for key in [key for key in one.attrib if etree.QName(key).namespace in names]:
            del one.attrib[key]
    return tree


def faults(schema: etree.XMLSchema | etree.DTD, tree: etree._Element) -> list[str]:
    return [] if schema.validate(tree) else [one.message for one in schema.error_log if KNOWN not in one.message]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ending", "folder", "file"), [(".docx", "word/", "wml.xsd"), (".xlsx", "xl/", "sml.xsd")])
def test_documents_keep_to_ecma_376(name: str, ending: str, folder: str, file: str) -> None:
    found = {part: faults(schema(file), tree) for part, tree in parts(ending, name, folder)}
    assert {part: told for part, told in found.items() if told} == {}
    assert len(found) > 5


@pytest.mark.parametrize("name", NAMES)
def test_translations_keep_to_xliff(name: str) -> None:
    chosen = known_formats()[".xlf"]
    data = chosen.render(chosen.fit(reports()[name]))
    assert faults(schema("xliff_core_2.0.xsd"), etree.fromstring(data)) == []


@pytest.mark.parametrize("name", NAMES)
def test_translations_keep_to_tmx(name: str) -> None:
    path = FOLDER / "tmx14.dtd"
    if not path.exists():
        pytest.skip("no tmx14.dtd in CROSSQUOTE_SCHEMAS")
    assert faults(etree.DTD(str(path)), etree.fromstring(known_formats()[".tmx"].render(reports()[name]))) == []


@pytest.mark.parametrize("name", NAMES)
def test_editions_keep_to_tei(name: str, tmp_path: Path) -> None:
    """By Jing, in a second: libxml2's RELAX NG comes to no end with the interleaving of `tei_all`."""
    rules, jing = FOLDER / "tei_all.rng", shutil.which("jing")
    if jing is None or not rules.exists():
        pytest.skip("no jing (on Debian, apt-get install jing), or no tei_all.rng in CROSSQUOTE_SCHEMAS")
    edition = tmp_path / "edition.xml"
    edition.write_bytes(known_formats()[".xml"].render(reports()[name]))
    done = subprocess.run([jing, str(rules), str(edition)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    edition.write_bytes(edition.read_bytes().replace(b"<lem ", b"<lemma ").replace(b"</lem>", b"</lemma>"))
    assert subprocess.run([jing, str(rules), str(edition)], capture_output=True, check=False).returncode == 1
