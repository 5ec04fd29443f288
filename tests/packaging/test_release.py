"""The way to a release: wheels for every system, pinned actions, a checklist whose commands exist."""

import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from build import parser
from product import ROOT

CHECKLIST = (ROOT / "packaging" / "release.md").read_text(encoding="utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
TOLD = yaml.safe_load(WORKFLOW)
JOBS = TOLD["jobs"]
needs_bash = pytest.mark.skipif(sys.platform != "linux", reason="run as the runners' bash does")
# Published as source alone: pure Python, whose wheel is made in the build.
SOURCE_ONLY = {"langdetect"}
WHEELS = {
    "Windows": r"-win_amd64\.",
    "macOS arm64": r"-macosx_\w*(arm64|universal2)\.",
    "macOS Intel": r"-macosx_\w*(x86_64|universal2)\.",
    "Linux": r"-manylinux\w*x86_64\.",
}


@cache
def shipped() -> dict[str, list[str]]:
    """Return the wheels of each package that the program needs, by name, from the lock file."""
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    by_name: dict[str, list[dict[str, Any]]] = {}
    for package in locked:
        by_name.setdefault(package["name"], []).append(package)
    found: dict[str, list[str]] = {}
    waiting = ["crossquote", "argostranslate"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = [wheel["url"] for package in by_name[name] for wheel in package.get("wheels", [])]
            waiting += [needed["name"] for package in by_name[name] for needed in package.get("dependencies", [])]
    del found["crossquote"]
    return found


@pytest.mark.parametrize("python", ["311", "312", "313"])
@pytest.mark.parametrize("system", WHEELS)
def test_every_package_has_a_wheel_for_every_system_and_python(system: str, python: str) -> None:
    for_python = re.compile(rf"-cp{python}-cp{python}-|-cp3\d+-abi3-|-py3-none-")
    lacking = {
        name
        for name, wheels in shipped().items()
        if not any(
            "-none-any." in wheel or (re.search(WHEELS[system], wheel) and for_python.search(wheel)) for wheel in wheels
        )
    }
    assert lacking == SOURCE_ONLY


def steps() -> list[tuple[str, dict[str, str]]]:
    """Return every step of the workflow that runs a command, with its job's name."""
    found = [(name, step) for name, job in JOBS.items() for step in job["steps"]]
    return [(name, step) for name, step in found if "run" in step]


def bash(script: str, folder: Path, path: str = "") -> "subprocess.CompletedProcess[str]":
    """Run `script` as a runner does, in `folder`; `path` is looked through first for programs."""
    environment = os.environ | {"PATH": f"{path}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_actions_are_pinned_by_commit() -> None:
    used = re.findall(r"uses: (\S+)(.*)", WORKFLOW)
    assert used
    for action, told in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", told), action


def test_the_workflow_may_write_nothing_but_the_draft() -> None:
    assert TOLD["permissions"] == {"contents": "read"}
    asked = {name: job["permissions"] for name, job in JOBS.items() if "permissions" in job}
    assert asked.pop("draft") == {"contents": "write", "id-token": "write", "attestations": "write"}
    assert set(asked) == {"installed-linux", "installed-macos", "installed-windows"}
    assert all(permissions == {} for permissions in asked.values())
    assert WORKFLOW.count("persist-credentials: false") == WORKFLOW.count("actions/checkout@")


def test_nothing_is_published_that_was_not_installed_and_tested() -> None:
    assert set(JOBS["build"]["needs"]) == {"lint", "without-qt", "test"}
    assert set(JOBS["draft"]["needs"]) == {name for name in JOBS if name.startswith("installed-")}
    assert all(JOBS[name]["needs"] == "build" for name in JOBS["draft"]["needs"])
    assert "--draft" in JOBS["draft"]["steps"][-1]["run"]
    assert TOLD["concurrency"]["cancel-in-progress"] is False
    assert all("timeout-minutes" in job for job in JOBS.values())


def test_systems_and_pythons_are_all_there() -> None:
    matrix = JOBS["test"]["strategy"]["matrix"]
    assert matrix["os"] == ["windows-2025", "macos-15", "macos-15-intel", "ubuntu-24.04"]
    assert matrix["python"] == ["3.11", "3.12", "3.13"]
    assert len(JOBS["build"]["strategy"]["matrix"]["os"]) == 4


@needs_bash
@pytest.mark.parametrize("step", [step for _, step in steps() if step.get("shell") != "pwsh"], ids=str)
def test_every_command_of_the_workflow_is_one(step: dict[str, str], tmp_path: Path) -> None:
    assert "${{" not in step["run"]  # nothing from outside is put into a script
    told = bash(f"set -n\n{step['run']}", tmp_path)
    assert (told.returncode, told.stderr) == (0, "")


@needs_bash
@pytest.mark.parametrize("job", ["installed-linux", "installed-windows", "installed-macos"])
@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("ok      translation: Привіт → Hello\nok      window: painted\n", True),
        ("ok      translation: Привіт → Hello\nlibthing: a stray line\n", False),
        ("ok      translation: nothing was translated\n", False),
        ("", False),
    ],
)
def test_what_the_installed_program_says_is_read(job: str, said: str, *, right: bool, tmp_path: Path) -> None:
    (script,) = [step["run"] for name, step in steps() if name == job and "self-test" in step["run"]]
    program = tmp_path / "crossquote"
    program.write_text(f"#!/bin/sh\nprintf '%s' '{said}'\n", encoding="utf-8")
    program.chmod(0o755)
    script = re.sub(r'"?[$/\w.]*/(Crossquote|crossquote-console\.exe)"?(?= self-test)', "crossquote", script)
    assert (bash(script, tmp_path, str(tmp_path)).returncode == 0) is right


@needs_bash
def test_sums_and_bills_of_all_systems_come_together(tmp_path: Path) -> None:
    for system, name in (("windows-2025", "c.exe"), ("macos-15", "c-arm64.dmg"), ("ubuntu-22.04", "c.deb")):
        folder = tmp_path / "all" / f"installers-{system}"
        folder.mkdir(parents=True)
        for file in (name, "crossquote.cdx.json"):
            (folder / file).write_text(f"{file} of {system}", encoding="utf-8")
        assert bash("sha256sum -- * > ../sums && mv ../sums SHA256SUMS", folder).returncode == 0
    (script,) = [step["run"] for name, step in steps() if name == "draft" and "SHA256SUMS" in step["run"]]
    assert bash(script, tmp_path).returncode == 0
    out = tmp_path / "out"
    assert {path.name for path in out.iterdir()} == {
        "c.exe", "c-arm64.dmg", "c.deb", "SHA256SUMS", "crossquote-windows-2025.cdx.json",
        "crossquote-macos-15.cdx.json", "crossquote-ubuntu-22.04.cdx.json",
    }  # fmt: skip
    assert bash("sha256sum --check SHA256SUMS", out).returncode == 0


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
