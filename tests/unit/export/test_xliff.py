"""XLIFF: one language into one other; what does not fit is said in the file; letters that XML lacks are kept."""

from lxml import etree
from msgspec.structs import replace

from contracts.exporter import ODD, reports
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.verify import verify_report
from crossquote.model.translation import SentenceKey, Translation

XLIFF = known_formats()[".xlf"]
NS = {"x": "urn:oasis:names:tc:xliff:document:2.0"}


def memory(*pairs: tuple[str, str, bool]) -> Report:
    made = {
        SentenceKey(text, source, "en"): Translation(text, f"English of {text}", ((source, "en"),), own=own)
        for text, source, own in pairs
    }
    return replace(reports()["hand"], memory=made)


def test_the_language_with_most_sentences_is_there_and_the_others_are_named() -> None:
    report = memory(("раз", "uk", True), ("два", "uk", False), ("eins", "de", False))
    tree = etree.fromstring(XLIFF.render(XLIFF.fit(report)))
    assert (tree.get("srcLang"), tree.get("trgLang")) == ("uk", "en")
    assert tree.xpath("//x:source/text()", namespaces=NS) == ["раз", "два"]
    assert tree.xpath("//x:segment/@state", namespaces=NS) == ["final", "translated"]
    assert [note for note in tree.xpath("//x:file/x:notes/x:note/text()", namespaces=NS) if "from German" in note]


def test_one_language_is_whole() -> None:
    report = memory(("раз", "uk", True))
    assert XLIFF.fit(report) is report


def test_no_letter_is_lost() -> None:
    report = memory((f"раз {ODD}", "uk", True))
    data = XLIFF.render(report)
    assert f"раз {ODD}" in list(XLIFF.read(data))
    verify_report(report, XLIFF, data)
    assert b'<cp hex="001B"/>' in data


def test_traditional_chinese_is_called_as_translation_programs_call_it() -> None:
    report = memory(("你好", "zt", True))
    assert etree.fromstring(XLIFF.render(report)).get("srcLang") == "zh-Hant"
    assert b'xml:lang="zh-Hant"' in known_formats()[".tmx"].render(report)
