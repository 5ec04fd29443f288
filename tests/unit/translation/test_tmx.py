"""TMX: a translator's own versions, from files that other programs write."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from crossquote.errors import ErrorCode, UserError
from crossquote.language.tags import code_of
from crossquote.model.translation import SentenceKey
from crossquote.translation import tmx
from crossquote.translation.tmx import read_tmx
from saying import says

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="uk"/><body>
<tu><tuv xml:lang="uk-UA"><seg>Ми <bpt i="1">{b}</bpt>дуже<ept i="1">{/b}</ept> просили.</seg></tuv>
<tuv xml:lang="en-GB"><seg>We asked  very <hi>much</hi>.</seg></tuv></tu>
<tu><tuv lang="DE"><seg>Ja.</seg></tuv><tuv lang="EN"><seg>Yes.</seg></tuv><tuv lang="FR"><seg>Oui.</seg></tuv></tu>
<tu><tuv lang="DE"><seg>Nein.</seg></tuv></tu>
</body></tmx>"""


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "memory.tmx"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_own_versions_are_read_without_formatting(tmp_path: Path, encoding: str) -> None:
    found = read_tmx(write(tmp_path, TMX.replace("UTF-8", encoding), encoding), "en")
    assert {(key.source, key.text): made.text for key, made in found.items()} == {
        ("uk", "Ми дуже просили."): "We asked very much.", ("de", "Ja."): "Yes.", ("fr", "Oui."): "Yes.",
    }  # fmt: skip
    assert all(made.own for made in found.values())
    assert read_tmx(write(tmp_path, TMX), "fr")[SentenceKey("Ja.", "de", "fr")].text == "Oui."


def test_languages_are_named_as_argos_names_them() -> None:
    assert [code_of(tag) for tag in ("uk-UA", "zh_TW", "no", "pt-BR", "EN", "tl")] == [
        "uk",
        "zt",
        "nb",
        "pb",
        "en",
        "tl",
    ]


BOMB = '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><tmx>&b;</tmx>'


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "<tmx><body>",
        "no xml",
        "",
        *(f'<?xml version="1.0" encoding="{name}"?><tmx/>' for name in ("big5", "x-no")),
    ],
)
def test_what_is_no_tmx_is_one_clear_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, check=says("can't be read")) as caught:
        read_tmx(write(tmp_path, text), "en")
    assert caught.value.code is ErrorCode.UNREADABLE


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, check=says("can't be read")):
        read_tmx(tmp_path / "nowhere.tmx", "en")


def test_formatting_nested_without_end_is_read(tmp_path: Path) -> None:
    deep = f"{'<hi>' * 30_000}deep{'</hi>' * 30_000}"
    unit = f'<tu><tuv lang="de"><seg>a{deep} z</seg></tuv><tuv lang="en"><seg>b</seg></tuv></tu>'
    found = read_tmx(write(tmp_path, f"<tmx><body>{unit}</body></tmx>"), "en")
    assert [key.text for key in found] == ["adeep z"]


DECLARED = {
    "another name": "<!DOCTYPE x>",
    "no name of the standard's": '<!DOCTYPE tmx SYSTEM "x.dtd">',
    "a file": '<!DOCTYPE tmx SYSTEM "file:///etc/tmx14.dtd">',
    "an address": '<!DOCTYPE tmx SYSTEM "http://host/tmx14.dtd">',
    "a public one": '<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" "tmx14.dtd">',
    "nothing": "<!DOCTYPE tmx>",
    "an empty subset": '<!DOCTYPE tmx SYSTEM "tmx14.dtd" []>',
    "entities": "<!DOCTYPE tmx [<!ENTITY a 'b'>]>",
}


@pytest.mark.parametrize("name", DECLARED)
def test_no_document_type_but_the_standards_own_line_is_taken(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, check=says("declares a document type of its own")):
        read_tmx(write(tmp_path, f"{DECLARED[name]}<tmx><body>{UNIT}</body></tmx>"), "en")


UNIT = '<tu><tuv xml:lang="de"><seg>Ja.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu>'
DEFAULT = f"<!DOCTYPE tmx [<!ATTLIST a b CDATA '{'x' * 100_000}'>]>"
HOSTILE: dict[str, Callable[[], str]] = {
    "a default": lambda: f"{DEFAULT}<tmx>{'<a/>' * 10_000}</tmx>",
    "a default in UTF-16": lambda: f"{DEFAULT}<tmx>{'<a/>' * 10_000}</tmx>",
    "a comment": lambda: f"<tmx><!--{'-x' * 10_000_000}--></tmx>",
    "names": lambda: f"<tmx>{''.join(f'<a{number}/>' for number in range(300_000))}</tmx>",
    "attributes": lambda: "<tmx>" + "".join(f'<a b{number}="x"/>' for number in range(300_000)) + "</tmx>",
    "nested": lambda: "<a>" * 2_000_000,
    "one unit": lambda: f"<tmx><tu><tuv><seg>{'x' * 10_000_000}",
    "an attribute": lambda: f"<tmx a='{'x' * 10_000_000}'/>",
    "an unknown entity": lambda: '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>&a;</tmx>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_blows_up_is_refused_before_it_does(tmp_path: Path, name: str) -> None:
    text = HOSTILE[name]()  # held to the end: what it leaves free would hide what reading takes
    path = write(tmp_path, text, "utf-16" if name.endswith("UTF-16") else "utf-8")
    before, began = peak(), time.process_time()
    with pytest.raises(UserError, check=says("can't be read")):
        read_tmx(path, "en")
    assert time.process_time() - began < 2
    assert peak() - before < 64 * 1024


def test_elements_without_end_are_refused_though_nothing_comes_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty million of them, eighty megabytes, were read for sixteen seconds."""
    monkeypatch.setattr(tmx, "_MOST_PARTS", 60_000)
    attributes = "<p a='' b='' c=''/>"
    assert len(read_tmx(write(tmp_path, f"<tmx><body>{'<p/>' * 19_000}{UNIT}</body></tmx>"), "en")) == 1
    with pytest.raises(UserError, check=says("can't be read")):
        read_tmx(write(tmp_path, f"<tmx><body>{'<p/>' * 21_000}{UNIT}</body></tmx>"), "en")
    with pytest.raises(UserError, check=says("can't be read")):
        read_tmx(write(tmp_path, f"<tmx><body>{attributes * 11_000}{UNIT}</body></tmx>"), "en")


def test_no_memory_is_in_thousands_of_languages(tmp_path: Path) -> None:
    """Each version of one unit was kept: a quarter of a million, and looked through for sixteen seconds."""
    sides = "".join(f'<tuv xml:lang="x{number:05}"><seg>Ja.</seg></tuv>' for number in range(2_000))
    with pytest.raises(UserError, check=says("more than 1000 languages")):
        read_tmx(write(tmp_path, f"<tmx><body><tu>{sides}</tu>{UNIT}</body></tmx>"), "en")


@pytest.mark.parametrize("filling", ["<!--x-->", "<note>x</note>", "<?x y?>"])
def test_what_stands_between_units_takes_no_memory(tmp_path: Path, filling: str) -> None:
    path = write(tmp_path, f"<tmx><body>{filling * 500_000}{UNIT}</body></tmx>")
    before, began = peak(), time.process_time()
    assert len(read_tmx(path, "en")) == 1
    assert time.process_time() - began < 2
    assert peak() - before < 32 * 1024


def peak() -> int:
    """Return the most memory that this process has had, in KB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not there on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
