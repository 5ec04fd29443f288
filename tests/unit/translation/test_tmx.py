"""TMX: a translator's own versions, from files that other programs write."""

from pathlib import Path

import pytest

from crossquote.errors import ErrorCode, UserError
from crossquote.language.tags import code_of
from crossquote.model.translation import SentenceKey
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
    assert [code_of(tag) for tag in ("uk-UA", "zh_TW", "no", "pt-BR", "EN")] == ["uk", "zt", "nb", "pb", "en"]


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
