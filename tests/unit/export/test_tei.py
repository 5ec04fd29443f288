"""TEI: an edition whose pointers lead somewhere, whose witnesses are read along the apparatus by another parser."""

import pytest
from lxml import etree

from contracts.exporter import reports
from crossquote.export.exporter import known_formats
from crossquote.export.letters import xml_text

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
STORIES = ("hand", "strange", "ceasefire-call", "harbour-strike", "kessrin-dam")


def edition(name: str) -> etree._Element:
    return etree.fromstring(known_formats()[".xml"].render(reports()[name]))


@pytest.mark.parametrize("name", STORIES)
def test_every_pointer_leads_to_an_element_with_an_id_of_its_own(name: str) -> None:
    tree = edition(name)
    ids = [one.get(ID) for one in tree.iter() if one.get(ID)]
    assert len(set(ids)) == len(ids)
    pointers = {
        pointer
        for one in tree.iter()
        for key in ("wit", "corresp", "source")
        for pointer in str(one.get(key) or "").split()
    }
    assert {f"#{one}" for one in ids} >= pointers
    assert pointers


@pytest.mark.parametrize("name", STORIES)
def test_each_witness_reads_as_its_article_does(name: str) -> None:
    tree, report = edition(name), reports()[name]
    sigla = {told.article.id: f"A{number}" for number, told in enumerate(report.articles, start=1)}
    divisions = tree.findall(".//t:div[@type='utterance']", NS)
    assert len(divisions) == len(report.utterances)
    for division, utterance in zip(divisions, (*report.shared, *report.alone), strict=True):
        line = division.find("t:ab[t:app]", NS)
        for told in utterance.renditions:
            if line is None or told.comparison is None:
                continue
            siglum = sigla[told.article.id] + ("t" if told.rendition.translation is not None else "")
            assert along(line, siglum) == xml_text(told.comparison.text)


def along(line: etree._Element, siglum: str) -> str:
    found = line.text or ""
    for app in line:
        own = [one for one in app if f"#{siglum}" in str(one.get("wit")).split()]
        assert len(own) == 1, "every witness has one reading of every place"
        found += "".join(str(part) for part in own[0].itertext()) + (app.tail or "")
    return found


def test_an_address_is_pointed_at_only_where_it_is_one_of_a_page() -> None:
    assert not [
        one for name in STORIES for one in edition(name).iter("{*}ref") if not str(one.get("target")).startswith("http")
    ]
