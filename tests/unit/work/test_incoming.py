"""What comes in by name: a project alone, else packages, memories and articles, each looked at in a step of its own."""

from pathlib import Path

from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.incoming import Incoming, sort_incoming


def test_each_kind_of_path_is_told_by_what_lies_there(tmp_path: Path) -> None:
    (tmp_path / "stick" / "uk_en").mkdir(parents=True)
    (tmp_path / "stick" / "uk_en" / "metadata.json").write_text("{}", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    names = ["one.txt", "MEMORY.TMX", "gone.argosmodel", "stick", "texts", "a\0b.txt", "x" * 3000]
    paths = [tmp_path / name for name in names]
    one, memory, package, stick, texts, null, long = paths
    steps = sort_incoming([str(path) for path in paths])
    assert finish(steps) == Incoming(packages=(package, stick), memories=(memory,), files=(one, texts, null, long))
    assert finish(sort_incoming(())) == Incoming()
    assert finish(sort_incoming(("", ""))) == Incoming(), "no folder, such as the one that the program was started in"
    assert len(list(sort_incoming([str(path) for path in paths]))) == len(names), "it can be stopped at each"


def test_the_first_project_comes_in_alone_by_its_name_or_its_bytes(tmp_path: Path) -> None:
    kept, named, text = tmp_path / "kept", tmp_path / "gone.CROSSQUOTE", tmp_path / "one.txt"
    Project(kept, new=True).close()
    assert finish(sort_incoming([str(text), str(kept), str(named)])) == Incoming(project=kept)
    assert finish(sort_incoming([str(text), str(named), str(kept)])) == Incoming(project=named)


def test_a_shortcut_that_comes_alone_is_a_page_and_among_others_a_file(tmp_path: Path) -> None:
    link, other, own = tmp_path / "harbour.url", tmp_path / "one.txt", tmp_path / "own.desktop"
    link.write_text("[InternetShortcut]\r\nURL=https://post.example/harbour\r\n", encoding="utf-8")
    own.write_text("[Desktop Entry]\nType=Link\nURL=file:///etc/passwd\n", encoding="utf-8")
    (page,) = (finish(sort_incoming([str(link)])).page,)
    assert str(page) == "https://post.example/harbour"
    assert finish(sort_incoming([str(link), str(other)])) == Incoming(files=(link, other))
    assert finish(sort_incoming([str(own)])) == Incoming(files=(own,))
    assert finish(sort_incoming([str(tmp_path / "gone.webloc")])) == Incoming(files=(tmp_path / "gone.webloc",))
