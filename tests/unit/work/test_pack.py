"""Evidence packs: one that was not touched holds; whatever is changed in one is found, and said of that very part."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import pytest

from crossquote.cli.main import run
from crossquote.errors import UserError
from crossquote.message import verbatim
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.pack import write, zipped_pack
from crossquote.work.pack.manifest import MANIFEST
from crossquote.work.pack.verify import verify_pack
from crossquote.work.pack.write import write_pack
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from crossquote.work.verification import Verification
from made_pack import STORY, packed, parts_of

pytestmark = pytest.mark.usefixtures("kept_processes")


def wrong(verdict: Verification) -> set[str]:
    return {one.part for one in verdict.parts if one.holds is False}


def test_what_nobody_touched_holds(pack: Path) -> None:
    verdict = finish(verify_pack(pack))
    assert wrong(verdict) == set()
    assert verdict.holds
    assert {one.holds for one in verdict.parts} == {True}
    assert {one.part for one in verdict.parts} == {
        *parts_of(pack),
        "Harbour Daily",
        "Міст",
    } - {MANIFEST}
    assert verdict.manifest == hashlib.sha256(parts_of(pack)[MANIFEST]).hexdigest()


def test_the_originals_are_in_it_byte_for_byte(pack: Path) -> None:
    held = [data for name, data in parts_of(pack).items() if name.startswith("originals/")]
    assert sorted(held) == sorted(text.encode() for text in STORY.values())


def test_a_changed_byte_is_found_in_every_part(pack: Path, tmp_path: Path) -> None:
    parts = parts_of(pack)
    for name, data in parts.items():
        if name == MANIFEST:
            continue
        at = len(data) // 2
        changed = {**parts, name: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]}
        assert name in wrong(finish(verify_pack(packed(changed, tmp_path / "changed.zip")))), name


def test_what_was_taken_out_or_put_in_is_found(pack: Path, tmp_path: Path) -> None:
    parts = parts_of(pack)
    original = next(name for name in parts if name.startswith("originals/"))
    lacking = {name: data for name, data in parts.items() if name != original}
    assert original in wrong(finish(verify_pack(packed(lacking, tmp_path / "lacking.zip"))))
    more = {**parts, "originals/9999-more.txt": b"more"}
    assert wrong(finish(verify_pack(packed(more, tmp_path / "more.zip")))) == {"originals/9999-more.txt"}


def test_a_manifest_that_fits_a_change_has_another_number_and_the_article_tells(pack: Path, tmp_path: Path) -> None:
    parts, before = parts_of(pack), finish(verify_pack(pack))
    original = next(name for name in parts if name.startswith("originals/"))
    data = parts[original].replace(b"bridge", b"tunnel")
    table = json.loads(parts[MANIFEST])
    for row in table["parts"]:
        if row["name"] == original:
            row.update(size=len(data), sha256=hashlib.sha256(data).hexdigest())
    forged = {**parts, original: data, MANIFEST: json.dumps(table).encode()}
    verdict = finish(verify_pack(packed(forged, tmp_path / "forged.zip")))
    assert len(wrong(verdict)) == 1
    assert not verdict.holds
    assert verdict.manifest != before.manifest


def test_a_report_that_says_something_else_is_found_though_the_manifest_fits(pack: Path, tmp_path: Path) -> None:
    parts = parts_of(pack)
    data = parts["report.html"].replace(b"Lindqvist", b"Lundqvist")
    table = json.loads(parts[MANIFEST])
    for row in table["parts"]:
        if row["name"] == "report.html":
            row.update(size=len(data), sha256=hashlib.sha256(data).hexdigest())
    forged = {**parts, "report.html": data, MANIFEST: json.dumps(table).encode()}
    assert wrong(finish(verify_pack(packed(forged, tmp_path / "forged.zip")))) == {"report.html"}


def by_another_version(parts: Mapping[str, bytes], path: Path, **changed: tuple[str, str]) -> Path:
    """Return a pack that another version made, with a text `changed` in reports, and a manifest that fits all of it."""
    table = {**json.loads(parts[MANIFEST]), "program": "0.0.1"}
    other = dict(parts)
    for name, (before, after) in changed.items():
        text = parts[f"report.{name}"].decode()
        assert before in text
        other[f"report.{name}"] = text.replace(before, after).encode()
    for row in table["parts"]:
        data = other[row["name"]]
        row.update(size=len(data), sha256=hashlib.sha256(data).hexdigest())
    return packed({**other, MANIFEST: json.dumps(table).encode()}, path)


def test_reports_of_another_version_are_held_against_the_project_word_by_word(pack: Path, tmp_path: Path) -> None:
    verdict = finish(verify_pack(by_another_version(parts_of(pack), tmp_path / "other.zip")))
    told = [(one.part, one.told.code) for one in verdict.parts if one.holds is None]
    assert told == [("report.json", "pack.other-version"), ("report.html", "pack.other-version")]
    same = [one.part for one in verdict.parts if one.told.code == "verify.same-words"]
    assert same == ["report.json", "report.html"]
    assert verdict.holds


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Lindqvist", "Lundqvist"),
        ("never open", "gladly open"),
        ("The bridge again", "The bridge at last"),
        ("Harbour Daily", "Harbour Weekly"),
    ],
)
@pytest.mark.parametrize("name", ["json", "html"])
def test_a_changed_word_is_found_whatever_the_version(
    name: str, before: str, after: str, pack: Path, tmp_path: Path
) -> None:
    path = by_another_version(parts_of(pack), tmp_path / "other.zip", **{name: (before, after)})
    assert not finish(verify_pack(path)).holds


def test_one_changed_word_of_many_alike_is_found_whatever_the_version(pack: Path, tmp_path: Path) -> None:
    parts = parts_of(pack)
    before, name, after = parts["report.html"].rpartition(b"Lindqvist")
    assert name in before
    parts["report.html"] = before + b"Lundqvist" + after
    verdict = finish(verify_pack(by_another_version(parts, tmp_path / "other.zip")))
    found = [one for one in verdict.parts if one.told.code == "verify.other-words"]
    assert [(one.part, one.holds) for one in found] == [("report.html", False)]
    assert dict(found[0].told.facts) == {"there": "Lundqvist", "here": "Lindqvist"}


def test_what_the_program_words_is_named_and_not_judged(pack: Path, tmp_path: Path) -> None:
    path = by_another_version(parts_of(pack), tmp_path / "other.zip", html=("Critical", "Grave"))
    verdict = finish(verify_pack(path))
    assert {(one.part, one.told.code) for one in verdict.parts if one.holds is None} == {
        ("report.json", "pack.other-version"),
        ("report.html", "pack.other-version"),
        ("report.html", "verify.other-words"),
    }
    assert verdict.holds


@pytest.mark.parametrize("damage", ["cut off", "not JSON", "other fields", "named twice", "one byte", "gone"])
def test_a_pack_whose_manifest_is_damaged_is_said_to_be_one(
    damage: str, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts, path = parts_of(pack), tmp_path / "damaged.zip"
    table = json.loads(parts[MANIFEST])
    manifests = {
        "cut off": parts[MANIFEST][:200],
        "not JSON": b"\0" * 100,
        "other fields": b"{}",
        "named twice": json.dumps({**table, "parts": table["parts"] * 2}).encode(),
    }
    if damage in manifests:
        packed({**parts, MANIFEST: manifests[damage]}, path)
    elif damage == "gone":
        packed({name: data for name, data in parts.items() if name != MANIFEST}, path)
    else:
        data = bytearray(pack.read_bytes())
        data[60] ^= 0xFF
        path.write_bytes(data)
    verdict = finish(verify_pack(path))
    assert wrong(verdict) == {MANIFEST}
    assert {name for name in parts if name != MANIFEST} <= {one.part for one in verdict.parts if one.holds is None}
    assert [one.part for one in verdict.parts if one.told.code == "pack.original-holds"] == ["Harbour Daily", "Міст"]
    assert [one.part for one in verdict.parts if one.told.code == "pack.report-holds"] == ["report.json", "report.html"]
    assert run(["verify", str(path)]) == 1
    told = capsys.readouterr().out
    assert "this is an evidence pack" in told
    assert "Something was changed since the pack was made" in told


def test_without_a_manifest_a_changed_original_and_a_changed_report_are_still_told(pack: Path, tmp_path: Path) -> None:
    parts = parts_of(pack)
    original = next(name for name in parts if name.startswith("originals/"))
    changed = {
        **parts,
        original: parts[original].replace(b"bridge", b"tunnel"),
        "report.html": parts["report.html"].replace(b"Lindqvist", b"Lundqvist"),
        MANIFEST: b"{",
    }
    verdict = finish(verify_pack(packed(changed, tmp_path / "changed.zip")))
    assert wrong(verdict) == {MANIFEST, "report.html"}
    assert [one.part for one in verdict.parts if one.told.code == "pack.original-unknown"] == ["Harbour Daily"]


@pytest.mark.parametrize("damage", ["no end", "half", "list"])
def test_a_pack_that_is_cut_off_says_what_is_still_there(damage: str, pack: Path, tmp_path: Path) -> None:
    data, path = pack.read_bytes(), tmp_path / "cut.zip"
    list_at = data.index(b"PK\1\2")
    cut = {
        "no end": data[:-30],
        "half": data[: list_at - 10],
        "list": data[:list_at] + b"\0" * 40 + data[list_at + 40 :],
    }
    path.write_bytes(cut[damage])
    verdict = finish(verify_pack(path))
    assert {"cut.zip"} <= wrong(verdict)
    whole = {one.part for one in verdict.parts if one.told.code == "pack.part-holds"}
    assert len(whole) == len(parts_of(pack)) - 1 - (damage == "half")
    assert verdict.manifest == finish(verify_pack(pack)).manifest
    assert damage == "half" or wrong(verdict) == {"cut.zip"}


def test_the_same_project_gives_the_same_pack(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("one.zip", "two.zip"):
        assert run(["pack", str(pack.with_suffix(".crossquote")), "-o", str(tmp_path / name)]) == 0
    first, second = (parts_of(tmp_path / name) for name in ("one.zip", "two.zip"))
    assert {name for name in first if first[name] != second[name]} <= {"report.html", "report.json", MANIFEST}, (
        "the title alone differs"
    )
    assert run(["verify", str(tmp_path / "one.zip")]) == 0
    assert "All that can be checked holds" in capsys.readouterr().out


def test_a_pack_is_never_written_over(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = pack.read_bytes()
    assert run(["pack", str(pack.with_suffix(".crossquote")), "-o", str(pack)]) == 3
    assert pack.read_bytes() == before
    assert "never written over" in capsys.readouterr().err


def test_nor_is_one_that_came_while_it_was_made(pack: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    with closing(Project(pack.with_suffix(".crossquote"))) as project:
        writing = write_pack(project, other)
        next(writing)
        other.write_bytes(b"another's")
        with pytest.raises(UserError, match="pack-there"):
            finish(writing)
    assert other.read_bytes() == b"another's"


@pytest.mark.parametrize("most", [400, pytest.param(zipped_pack.MOST_PARTS, marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("share", "name", "title", "kept"),
    [
        pytest.param(1, "a.txt", "The bridge", True, id="parts"),
        pytest.param(0.95, f"{'桥' * 60}.txt", "The bridge", True, id="names"),
        pytest.param(1.01, "", "The bridge", False, id="articles"),
        pytest.param(0, "", "桥" * 1_000_000, False, id="titles"),
    ],
)
def test_more_than_a_pack_can_be_read_with_is_refused_before_anything_is_written(
    most: int,
    share: float,
    name: str,
    title: str,
    *,
    kept: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Of parts there can be fewer every day than there are; all that there can be come under the mark `slow`."""
    monkeypatch.setattr(zipped_pack, "_MOST_DIRECTORY", zipped_pack._MOST_DIRECTORY // zipped_pack.MOST_PARTS * most)
    for module in (zipped_pack, write):
        monkeypatch.setattr(module, "MOST_PARTS", most)
    count = int(most * share) or 3
    path = tmp_path / "many.crossquote"
    digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(count)]
    articles = {one: Article(one, "The bridge\n", title, "Post", path=name, sha256=one) for one in digests}
    with closing(Project(path, new=True)) as project:
        project.record(verbatim("Add"), State(), State(articles=MappingProxyType(articles)))
    if kept:
        with closing(sqlite3.connect(path)) as file, file:
            file.executemany("INSERT INTO originals VALUES (?, ?)", ((one, b"The bridge\n") for one in digests))
    assert run(["pack", str(path), "-o", str(tmp_path / "many.zip")]) == 3
    assert "write a pack of each" in capsys.readouterr().err
    assert not (tmp_path / "many.zip").exists()


def test_a_file_that_is_not_there_is_said_to_be_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", str(tmp_path / "none.zip")]) == 3
    assert "no such file" in capsys.readouterr().err


def test_what_lay_in_another_file_is_in_it_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inner = packed({name: text.encode() for name, text in STORY.items()}, tmp_path / "both.zip")
    project = tmp_path / "both.crossquote"
    assert run(["compare", "--save", str(project), str(inner)]) == 0
    assert run(["pack", str(project), "-o", str(tmp_path / "pack.zip")]) == 0
    assert "No original" not in capsys.readouterr().out
    held = [data for name, data in parts_of(tmp_path / "pack.zip").items() if name.startswith("originals/")]
    assert sorted(held) == sorted(text.encode() for text in STORY.values())


def told_of_pasted(folder: Path, outlets: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is said, besides its number, of a pack of articles that were pasted: there is no file of them."""
    session = Session(project=Project(folder / "gone.crossquote", new=True))
    for number, outlet in enumerate(outlets):
        finish(add_text(session, f"{STORY['Міст.txt']}\n{number}\n", outlet))
    assert session.project is not None
    session.project.close()
    assert run(["pack", str(folder / "gone.crossquote"), "-o", str(folder / "gone.zip")]) == 0
    _number, told = capsys.readouterr().out.splitlines()
    return told


def test_a_file_that_is_gone_is_said_to_lack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told_of_pasted(tmp_path, ["Island Post"], capsys).startswith("No original of Island Post is in it")


def test_many_files_that_are_gone_are_said_to_lack_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = told_of_pasted(tmp_path, ["Island Post", "Harbour Daily", "Island Post", "Courier", "Gazette"], capsys)
    assert told.startswith("5 originals are not in it (Island Post, Harbour Daily, Courier, …): ")


def test_each_outlet_is_named_once_of_whose_articles_the_files_are_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = told_of_pasted(tmp_path, ["Island Post", "Harbour Daily", "Island Post"], capsys)
    assert told.startswith("3 originals are not in it (Island Post, Harbour Daily): ")
