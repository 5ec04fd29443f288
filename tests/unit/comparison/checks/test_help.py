from crossquote.comparison.compare import CHECKS
from crossquote.resources import resource


def test_every_check_has_its_page() -> None:
    pages = {path.stem: path.read_text(encoding="utf-8") for path in resource("help", "checks").glob("*.md")}
    assert set(pages) == set(CHECKS)
    for check, page in pages.items():
        for part in (f"`{check}`", "Category (MQM)", "Severity", "Languages", "Found", "Left alone", "Turn it off"):
            assert part in page
