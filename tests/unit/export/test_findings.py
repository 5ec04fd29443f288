"""What is told of findings, of sources and of what to look at first is put together in one place."""

from msgspec.structs import replace

from contracts.exporter import reports
from crossquote.export.citing import citation
from crossquote.export.findings import tell_findings
from crossquote.export.first_looks import first_looks
from crossquote.export.telling import Teller
from crossquote.model.article import Source
from crossquote.model.finding import Severity

WORDS = Teller("en")


def test_findings_are_told_the_worst_first_and_what_no_longer_counts_last() -> None:
    for utterance in reports()["hand"].shared:
        for told in utterance.renditions:
            lines = list(tell_findings(told, WORDS))
            assert [line.gone for line in lines] == sorted(line.gone for line in lines)
            ranks = [line.severity.rank for line in lines if not line.gone]
            assert ranks == sorted(ranks, reverse=True)


def test_what_to_look_at_first_is_open_weighs_and_is_one_of_an_utterance() -> None:
    report = reports()["ceasefire-call"]
    looks = first_looks(report)
    assert looks
    assert len({look.utterance.id for look in looks}) == len(looks)
    assert all(look.said.ruled is None for look in looks)
    ranks = [look.said.finding.severity.rank for look in looks]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[-1] >= Severity.MAJOR.rank


def test_what_was_ruled_on_is_no_longer_looked_at_first() -> None:
    report = reports()["hand"]
    ruled = {id(said) for one in report.utterances for told in one.renditions for said in told.findings if said.ruled}
    assert ruled
    assert not ruled & {id(look.said) for look in first_looks(report)}


def test_words_are_cited_with_outlet_title_day_paragraph_and_address() -> None:
    told = reports()["hand"].utterances[0].renditions[0]
    source = Source(address="https://harbour.example/ferries")
    article = replace(told.article, date="2025-03-14", source=source)
    cited = citation(replace(told, article=article, paragraphs=(3, 5)), WORDS)
    assert cited == (
        "Harbour Daily, “Mayor asks ministry for ferries”, 14 Mar 2025, paragraphs 3 and 5, https://harbour.example/ferries"
    )
