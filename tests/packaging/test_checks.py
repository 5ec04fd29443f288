"""What a change is held to: by the workflow on push and pull request, by a commit's hooks, by the forms of an issue."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from identify.identify import tags_from_path
from product import ROOT

FOLDER = ROOT / ".github"
WORKFLOW = (FOLDER / "workflows" / "checks.yml").read_text(encoding="utf-8")
TOLD = yaml.safe_load(WORKFLOW)
JOBS: dict[str, dict[str, Any]] = TOLD["jobs"]
FORMS = sorted(path for path in (FOLDER / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")


def lines(*jobs: str) -> list[str]:
    """Return the commands that the jobs run."""
    return [step["run"] for job in jobs for step in JOBS[job]["steps"] if "run" in step]


def test_the_workflow_runs_what_lands_a_change() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    wanted = re.findall(r"^uv run .*$", script, re.MULTILINE)
    assert len(wanted) > 5
    assert [line for line in wanted if line not in lines("lint", "test", "freeze")] == []


def test_long_proofs_are_run_after_each_push_by_the_command_that_contributors_are_told() -> None:
    (command,) = [line for line in lines("slow") if "pytest" in line]
    assert f"`{command}`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert JOBS["slow"]["if"] == "github.event_name == 'push'"


def test_the_first_commands_are_readmes() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    install, runs = lines("first-commands")
    assert f"```\n{install}\n{runs.partition(' crossquote')[0]} crossquote" in readme


def test_it_runs_on_push_and_pull_request_and_may_only_read() -> None:
    assert set(TOLD[True]) == {"push", "pull_request"}  # `on` is a truth value to YAML
    assert TOLD["permissions"] == {"contents": "read"}
    assert not [name for name, job in JOBS.items() if "permissions" in job]
    assert WORKFLOW.count("persist-credentials: false") == WORKFLOW.count("actions/checkout@")
    assert all("timeout-minutes" in job for job in JOBS.values())


def test_its_actions_are_pinned_as_the_releases_are() -> None:
    release = (FOLDER / "workflows" / "release.yml").read_text(encoding="utf-8")
    used = set(re.findall(r"uses: (\S+ # v\d+\.\d+\.\d+)\n", WORKFLOW))
    assert len(re.findall("uses: ", WORKFLOW)) == sum(WORKFLOW.count(each) for each in used)
    shared = {each for each in used if each.partition("@")[0] in release}
    assert {each for each in shared if each not in release} == set()
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # \S+", each) for each in used)


def test_every_system_is_there() -> None:
    systems = {os.partition("-")[0] for os in JOBS["test"]["strategy"]["matrix"]["os"]}
    assert systems == {"ubuntu", "windows", "macos"}


def test_a_commits_hooks_are_the_projects_own() -> None:
    told = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (own,) = told["repos"]
    assert own["repo"] == "local"
    assert all(hook["language"] == "system" and hook["entry"].startswith("uv run ") for hook in own["hooks"])
    assert {"ruff", "ruff-format", "mypy", "check-toml", "trailing-whitespace"} <= {hook["id"] for hook in own["hooks"]}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a clone knows which files are the project's")
@pytest.mark.parametrize("id_", ["trailing-whitespace", "end-of-file"])
def test_a_commits_hooks_leave_a_clean_clone_as_it_is(id_: str, tmp_path: Path) -> None:
    told = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = [hook for hook in told["repos"][0]["hooks"] if hook["id"] == id_]
    assert hook["types"] == ["text"]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    kept = [name for name in listed.stdout.split("\0") if name and not re.search(told["exclude"], name)]
    names = [name for name in kept if (ROOT / name).is_file() and "text" in tags_from_path(str(ROOT / name))]
    assert len(names) > 1000
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    program = Path(sys.executable).parent / hook["entry"].removeprefix("uv run ")
    for at in range(0, len(names), 400):  # as many as a command line of every system takes
        ran = subprocess.run(
            [program, *names[at : at + 400]], cwd=tmp_path, check=False, capture_output=True, text=True
        )
        assert (ran.returncode, ran.stdout) == (0, "")


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_what_it_says(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    asked = [entry for entry in form["body"] if entry["type"] != "markdown"]
    assert len({entry["id"] for entry in asked}) == len(asked)
    assert all(entry["attributes"]["label"] for entry in asked)
    assert any(entry.get("validations", {}).get("required") for entry in asked)
