"""The way to a release: wheels for every system, pinned actions, a checklist whose commands exist."""

import re
import tomllib
from pathlib import Path

import pytest
from build import parser
from product import ROOT

CHECKLIST = (ROOT / "packaging" / "release.md").read_text(encoding="utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
# Published as source alone: pure Python, whose wheel is made in the build.
SOURCE_ONLY = {"langdetect"}
WHEELS = {
    "Windows": r"-win_amd64\.",
    "macOS arm64": r"-macosx_\w*(arm64|universal2)\.",
    "macOS Intel": r"-macosx_\w*(x86_64|universal2)\.",
    "Linux": r"-manylinux\w*x86_64\.",
}


def shipped() -> dict[str, list[str]]:
    """Return the wheels of each package that the program needs, by name, from the lock file."""
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    by_name: dict[str, list[dict[str, object]]] = {}
    for package in locked:
        by_name.setdefault(package["name"], []).append(package)
    found: dict[str, list[str]] = {}
    waiting = ["crossquote", "argostranslate"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = [wheel["url"] for package in by_name[name] for wheel in package.get("wheels", [])]  # type: ignore[attr-defined,index]
            waiting += [needed["name"] for package in by_name[name] for needed in package.get("dependencies", [])]  # type: ignore[attr-defined,index]
    del found["crossquote"]
    return found


@pytest.mark.parametrize("system", WHEELS)
def test_every_package_has_a_wheel_for_every_system(system: str) -> None:
    lacking = {
        name
        for name, wheels in shipped().items()
        if not any("-none-any." in wheel or re.search(WHEELS[system], wheel) for wheel in wheels)
    }
    assert lacking == SOURCE_ONLY


def test_actions_are_pinned_by_commit() -> None:
    used = re.findall(r"uses: (\S+)(.*)", WORKFLOW)
    assert used
    for action, told in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", told), action


def test_the_workflow_may_write_nothing_but_the_draft() -> None:
    assert "\npermissions:\n  contents: read\n" in WORKFLOW
    assert WORKFLOW.count("write #") == 2
    assert WORKFLOW.index("contents: write") > WORKFLOW.index("\n  draft:\n")
    assert WORKFLOW.count("persist-credentials: false") == WORKFLOW.count("actions/checkout@")


def test_systems_and_pythons_are_all_there() -> None:
    for name in ("windows-2025", "macos-15", "macos-15-intel", "ubuntu-24.04", '"3.11"', '"3.12"', '"3.13"'):
        assert name in WORKFLOW


@pytest.mark.parametrize("text", [CHECKLIST, WORKFLOW], ids=["checklist", "workflow"])
def test_what_is_asked_of_the_build_script_can_be_asked(text: str) -> None:
    asked = re.findall(r"python packaging/build\.py((?: --[a-z-]+(?: DIR)?)*)", text)
    assert asked
    for options in asked:
        parser().parse_args(options.split())


def test_files_and_marks_that_the_checklist_names_are_there() -> None:
    for name in re.findall(r"`((?:packaging|\.github|\.ci|tests)/[\w./-]*|bash [\w./]+|CHANGELOG\.md)`", CHECKLIST):
        assert (ROOT / name.removeprefix("bash ")).exists(), name
    marks = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    known = {line.partition(":")[0] for line in marks["markers"]}
    assert set(re.findall(r"pytest -m (\w+)", CHECKLIST)) <= known


def test_the_variables_of_the_checklist_are_those_of_the_code() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(ROOT, "packaging").rglob("*.py"))
    for name in re.findall(r"^\| `([A-Z_]+)` \|", CHECKLIST, re.MULTILINE):
        assert name in code, name
