"""What Argos offers, by our own table: each file as Argos names it, where its index has it."""

import json
from pathlib import Path

import pytest

from crossquote.translation import index
from crossquote.translation.index import INDEX_PAGE, read_index
from crossquote.translation.offered import known_offers
from crossquote.work.packages import carry_list, describe_missing, known_packages


@pytest.fixture(autouse=True)
def _own_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "kept_index", lambda: tmp_path / "package-index.json")


def test_every_pair_stands_there_once_sorted_with_where_it_lies() -> None:
    offers = known_offers()
    pairs = [offer.pair for offer in offers]
    assert len(pairs) == len(set(pairs)) == 96
    assert pairs == sorted(pairs)
    assert all("en" in pair or set(pair) == {"es", "pt"} for pair in pairs)
    by_pair = {offer.pair: offer for offer in offers}
    assert by_pair["uk", "en"].links == ("https://argos-net.com/v1/translate-uk_en-1_9.argosmodel",)
    assert by_pair["cs", "en"].file_name == "translate-cs_en-1_9_6.argosmodel"
    assert by_pair["de", "en"].from_name == "German"


def test_an_index_that_says_the_same_is_read_as_the_same(tmp_path: Path) -> None:
    entries = [
        {
            "type": "translate", "from_code": one.pair[0], "to_code": one.pair[1], "package_version": one.version,
            "from_name": one.from_name, "to_name": one.to_name, "links": one.links,
        }
        for one in known_offers()
    ]  # fmt: skip
    (tmp_path / "package-index.json").write_text(json.dumps(entries), encoding="utf-8")
    assert read_index(tmp_path / "package-index.json") == known_offers()


def test_without_an_index_it_is_known_what_lacks_and_what_nobody_has() -> None:
    known, unknown = describe_missing([("de", "en"), ("sr", "en")])
    assert (known.file_name, known.offered) == ("translate-de_en-1_0.argosmodel", True)
    assert (unknown.link, unknown.offered) == (INDEX_PAGE, False)
    assert carry_list((known, unknown)) == f"{known.file_name}\t{known.link}\n"


def test_an_index_goes_before_the_table_and_what_it_lacks_does_not_go(tmp_path: Path) -> None:
    entry = '[{"from_code": "uk", "to_code": "en", "package_version": "2.0", "links": ["https://example.org/uk"]}]'
    (tmp_path / "package-index.json").write_text(entry, encoding="utf-8")
    offers = {offer.pair: offer for offer in known_packages()}
    assert offers["uk", "en"].version == "2.0"
    assert offers["de", "en"].version == "1.0"
    assert len(offers) == 96
