"""The bill of materials and the page of licences, made from parts of our own."""

from bom import bill
from contents import COMMON, KNOWN, Component, common_licences, debian_licence, read_known
from notices import licences_page
from product import CONTACT, Product

PRODUCT = Product("crossquote", "0.1.0", "Checks quotations")
PARTS = [
    Component("alpha", "1.0", "MIT", "https://alpha.example/", "pkg:pypi/alpha@1.0", ("Do <what> you like.",)),
    Component("beta", "2.1", "Apache-2.0 OR BSD-2-Clause", texts=("Do <what> you like.",)),
    Component("gamma", "", "GPL-2+, public domain"),
    Component("Qt", "6.11.3", "LGPL-3.0-only"),
]


def test_the_same_parts_give_the_same_bill() -> None:
    assert bill(PRODUCT, PARTS) == bill(PRODUCT, PARTS)
    assert bill(PRODUCT, PARTS)["serialNumber"] != bill(PRODUCT, PARTS[1:])["serialNumber"]


def test_the_bill_names_each_part_with_its_licence() -> None:
    made = bill(PRODUCT, PARTS)
    assert [entry["name"] for entry in made["components"]] == ["alpha", "beta", "gamma", "Qt"]
    assert made["components"][0]["purl"] == "pkg:pypi/alpha@1.0"
    assert made["components"][1]["licenses"] == [{"expression": "Apache-2.0 OR BSD-2-Clause"}]
    assert made["components"][2]["licenses"] == [{"license": {"name": "GPL-2+, public domain"}}]
    assert set(made["dependencies"][0]["dependsOn"]) == {entry["bom-ref"] for entry in made["components"]}


def test_the_page_shows_each_text_once_and_offers_qts_source() -> None:
    page = licences_page(PRODUCT, PARTS, "linux")
    assert "<code>_internal/PySide6</code>" in page
    assert CONTACT in page
    assert "the unchanged ones" in page
    assert page.count("Do &lt;what&gt; you like.") == 1
    assert 'The same text as of <a href="#0">alpha</a>' in page
    assert "Qt 6.11.3" in page
    assert "download.qt.io" in page


def test_on_macos_the_page_says_where_the_bundle_has_them_and_how_it_is_sealed() -> None:
    page = licences_page(PRODUCT, PARTS, "darwin")
    assert "<code>Contents/Frameworks/PySide6</code>" in page
    assert "codesign --force --deep --sign -" in page
    assert "unchanged but for the paths" in page
    assert "the unchanged ones" not in page


def test_whats_only_referred_to_on_a_debian_is_looked_up() -> None:
    notice = "On Debian systems, see /usr/share/common-licenses/LGPL-2.1, and /usr/share/common-licenses/GPL-2."
    found = [path.name for path in common_licences(notice)]
    assert found == (["GPL-2", "LGPL-2.1"] if COMMON.is_dir() else [])


def test_every_text_that_is_named_is_there_and_every_one_there_is_named() -> None:
    known = read_known()
    named = {text for entry in known.values() for text in entry.get("texts", [])}
    assert all((KNOWN / text).is_file() for text in named)
    assert {path.name for path in KNOWN.glob("*.txt")} <= named
    assert {inner for entry in known.values() for inner in entry.get("within", [])} <= set(known)


def test_a_debian_notice_gives_its_licences() -> None:
    assert debian_licence("Files: *\nLicense: MIT\n\nFiles: x\nLicense: BSD-3-clause\n text\n") == "BSD-3-clause, MIT"
    assert debian_licence("This library is free.") == "see the notice"
