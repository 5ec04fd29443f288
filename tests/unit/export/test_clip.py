"""An utterance to paste: hypertext that is nothing but a table, and the same in lines."""

import re
from html import unescape

from msgspec.structs import replace

from attacks import hostile, project_of
from contracts.exporter import reports
from crossquote.export.clip import clip_utterance
from crossquote.export.findings import tell_findings
from crossquote.export.telling import Teller
from shapes import odd_in

TAG = re.compile(r"<(/?[a-z]+)[^<>]*>")
TAGS = {"table", "tr", "th", "td", "div", "b", "u", "s", "br", "small"}


def test_both_say_who_reports_what_with_what_was_found() -> None:
    clip = clip_utterance(reports()["hand"].utterances[0], "en", "en")
    told = unescape(TAG.sub("", clip.html))
    for line in tell_findings(reports()["hand"].utterances[0].renditions[1], Teller("en")):
        assert line.found in told
        assert line.found in clip.text
    for said in ("Ada Lindqvist", "Harbour Daily", "«Я дуже просила", "sie habe das Ministerium"):
        assert said in told
        assert said in clip.text
    assert "<s>three</s><b><u>two</u></b>" in clip.html
    assert {tag.strip("/") for tag in TAG.findall(clip.html)} <= TAGS


def test_nothing_of_a_text_is_more_than_a_text() -> None:
    for seed in range(6):
        for utterance in project_of(hostile(seed)).utterances:
            clip = clip_utterance(utterance, "en", "en")
            assert {tag.strip("/") for tag in TAG.findall(clip.html)} <= TAGS
            assert not [*odd_in(clip.html, turns=True), *odd_in(clip.text, turns=True)]


def test_words_are_said_to_be_read_from_the_right() -> None:
    first = reports()["hand"].utterances[0]
    told = first.renditions[0]
    arabic = replace(told.rendition, text="قال إننا سنفتح الجسر", language="ar")
    clip = clip_utterance(replace(first, renditions=(replace(told, rendition=arabic, language="ar"),)), "en", "en")
    assert "lang='ar' dir=rtl" in clip.html
