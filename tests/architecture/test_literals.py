"""Words stand in the catalogues: no module holds English that a user could see."""

from pathlib import Path

import pytest

from architecture.gluing import find_all_glue, find_glue
from architecture.literals import find_all_literals, find_literals

PACKAGE = Path(__file__).parents[2] / "desktop" / "crossquote"


def test_no_english_stands_outside_the_catalogues() -> None:
    assert [f"{each.path}:{each.line}: {each.text}" for each in find_all_literals(PACKAGE)] == []


def test_no_sentence_is_put_together_outside_wording() -> None:
    assert list(find_all_glue(PACKAGE)) == []


@pytest.mark.parametrize(
    ("source", "glue"),
    [
        ('f"{outlet}: {title}"', [": "]),
        ('f"{outlet}, {title}, {line}"', [", ", ", "]),
        ('", ".join(names)', [", "]),
        ('" · ".join(names)', [" · "]),
        ('f"{width}px"', []),
        ('f"{a}-{b}"', []),
        ('" ".join(text.split())', []),
        ("say_joined((outlet, title), Joint.ABOUT)", []),
    ],
)
def test_glue_between_two_values_is_found(source: str, glue: list[str]) -> None:
    assert [text for _, text in find_glue(source)] == glue


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ('"""What it is for."""', []),
        ('def f():\n    """Return a thing."""\n    return "one thing"', ["one thing"]),
        ('NAME = "some.code"', []),
        ('X = 1\n"""What it means here."""', []),
        ('say(f"{n} of {m} reviewed")', ["{} of {} reviewed"]),
        ('line = f"{share} % " + told', ["{} % "]),
        ('line = f"{size} MB"', ["{} MB"]),
        ('line = f"{size}px"', []),
        ('html = f"<td width={share}%>{x}</td>"', []),
        ('self.tr("Open")', ["Open"]),
        ('self.tr("{}, kept").format("no such")', ["{}, kept", "no such"]),
        ('BUTTONS = {"open it now": "Rules…"}', ["Rules…"]),
        ('raise UserError(ErrorCode.GONE, "gone", advice="Look elsewhere.")', ["gone", "Look elsewhere."]),
        ('raise CheckFailedError("spans do not slice")', []),
        ('msg = "spans do not slice"', []),
        ('_log.warning("no such file %s", path)', []),
        ('re.compile("either or")', []),
        ('db.execute("SELECT a FROM b")', []),
        ('db.run("SELECT a FROM b WHERE c")', []),
        ('parser.add_argument("--json", help="print lines")', ["print lines"]),
        ('parser.add_argument("--json", metavar="FILE")', []),
        ('found: "dict of things" = {}', []),
        ('class Kind(StrEnum):\n    ONE = "one of them"', []),
        ('class Kind(StrEnum):\n    ONE = "1"\n    def label(self):\n        return "one of them"', ["one of them"]),
        ('if text == "some words": pass', []),
        ("html = f\"<td class=a title='Missing here'>{x}</td>\"", ["<td class=a title='Missing here'>{}</td>"]),
        ('html = f"<td class=a lang={x}>{x}</td>"', []),
        ('row(Text(name, style="bold dim"))', []),
        ('verbatim("Gone")', ["Gone"]),
        ('tell(message("error.gone", name="x y z"))', []),
    ],
)
def test_what_a_user_could_see_is_found(source: str, seen: list[str]) -> None:
    assert [literal.text for literal in find_literals(source)] == seen
