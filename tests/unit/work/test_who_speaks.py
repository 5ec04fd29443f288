"""Who speaks, across articles: a name beside the very words comes before what a pronoun is taken for."""

import json

import pytest

from crossquote.export.formats.json import compared_row
from crossquote.model.finding import Severity
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.progress import finish
from crossquote.wording.telling import tell
from crossquote.work.edits.quotes import correct_quote
from crossquote.work.edits.speakers import join_speakers
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from crossquote.work.stages.who_speaks import quotes_told, speaker_of, told_by_others

_WORDS = "We will not sell a single acre of the northern forest to anybody, this year or the next"
_NAMED = f"Forest talks\n\n“{_WORDS},” Minister Ada Lindqvist said.\n\nThe vote is on Monday.\n"
_POINTED = (
    "Forest talks\n\nAda Lindqvist came late. The plan was drawn up by Karl Brandt. Karl Brandt spoke first.\n\n"
    f"“{_WORDS},” {{}} said.\n\nThe vote is on Monday.\n"
)
_UNKNOWING = f"Forest talks\n\nKarl Brandt spoke at length.\n\n“{_WORDS},” he said.\n\nThe vote is on Monday.\n"


def _session(*texts: str) -> Session:
    session = Session()
    for number, text in enumerate(texts):
        finish(add_text(session, text, f"outlet-{number}"))
    return session


def _shared(state: State) -> Utterance:
    (found,) = (one for one in state.utterances.values() if len(one.renditions) > 1)
    return found


def _speakers(session: Session) -> list[str | None]:
    utterance = _shared(session.state)
    told = told_by_others(session.state, utterance)
    return [speaker_of(session.state, one, told) for one in utterance.renditions]


def _told(session: Session) -> dict[str, Severity]:
    comparisons = _shared(session.state).comparisons
    return {finding.check: finding.severity for one in comparisons if one for finding in one.findings}


@pytest.mark.parametrize("pointing", ["he", "she"])
def test_who_is_only_pointed_at_is_who_another_article_names(pointing: str) -> None:
    session = _session(_NAMED, _POINTED.format(pointing))
    assert _speakers(session) == ["Ada Lindqvist", "Ada Lindqvist"]
    assert _shared(session.state).speaker == "Ada Lindqvist"
    assert "speaker" not in _told(session)


def test_a_role_may_be_its_holders_and_is_read_of_nobody_else() -> None:
    assert _speakers(_session(_NAMED, _POINTED.format("the minister"))) == ["Ada Lindqvist", "the minister"]
    holder = f"Forest\n\nMayor Maria Brandt opened the session. Ada Lindqvist left.\n\n“{_WORDS},” the mayor said.\n"
    assert _speakers(_session(_NAMED, holder))[1] in ("Maria Brandt", "the mayor")
    rival = f"Forest\n\nMaria Brandt spoke. Ada Lindqvist left.\n\n“{_WORDS},” her lawyer said.\n"
    assert _speakers(_session(_NAMED, rival))[1] != "Ada Lindqvist"


def test_whom_the_paragraph_before_names_goes_on() -> None:
    told = f"Forest\n\nAda Lindqvist left.\n\n“We met,” Maria Brandt said.\n\n“{_WORDS},” she added.\n"
    assert _speakers(_session(_NAMED, told))[1] == "Maria Brandt"


def test_it_is_said_where_the_name_comes_from() -> None:
    report = gather_report(_session(_NAMED, _POINTED.format("he")).state)
    (utterance,) = (one for one in report.utterances if one.shared)
    assert [tell(one.credit) for one in utterance.renditions] == ["", "“Outlet 0” names who says this"]
    row = json.loads(json.dumps(compared_row(report)))
    (shared,) = (one for one in row["utterances"] if len(one["renditions"]) > 1)
    speakers = [one["quotes"][0]["speaker"] for one in shared["renditions"]]
    assert [one["name"] for one in speakers] == ["Ada Lindqvist", "Ada Lindqvist"]
    assert speakers[1]["text"] == "he"


def test_the_order_of_the_articles_makes_no_difference() -> None:
    session = _session(_POINTED.format("he"), _NAMED)
    assert _speakers(session) == ["Ada Lindqvist", "Ada Lindqvist"]


def test_a_guess_that_another_article_contradicts_is_no_alarm() -> None:
    session = _session(_NAMED, _UNKNOWING)
    assert _speakers(session) == ["Ada Lindqvist", "Karl Brandt"]
    assert _shared(session.state).speaker == "Ada Lindqvist"
    assert _told(session).get("speaker", Severity.NEUTRAL) is Severity.NEUTRAL


def test_two_who_are_named_beside_the_words_are_two() -> None:
    session = _session(_NAMED, _POINTED.format("Karl Brandt"))
    assert _speakers(session) == ["Ada Lindqvist", "Karl Brandt"]
    assert _told(session)["speaker"] is Severity.MAJOR


def test_where_the_others_name_two_nobody_is_taken() -> None:
    session = _session(_NAMED, _POINTED.format("Karl Brandt"), _POINTED.format("he"))
    assert _speakers(session)[2] == "Karl Brandt"


def test_what_the_user_says_stands() -> None:
    session = _session(_NAMED, _POINTED.format("he"))
    quote = _shared(session.state).renditions[1].quotes[0]
    finish(correct_quote(session, quote, speaker="Karl Brandt"))
    assert _speakers(session)[1] == "Karl Brandt"
    finish(correct_quote(session, quote, speaker=""))
    assert _speakers(session)[1] is None


def test_it_follows_when_the_other_article_is_corrected() -> None:
    session = _session(_NAMED, _POINTED.format("he"))
    finish(correct_quote(session, _shared(session.state).renditions[0].quotes[0], speaker="Karl Brandt"))
    assert _speakers(session) == ["Karl Brandt", "Karl Brandt"]
    finish(join_speakers(session, "Karl Brandt", "Carl Brandt"))
    assert _speakers(session) == ["Carl Brandt", "Carl Brandt"]


def test_the_article_tells_it_too() -> None:
    session = _session(_NAMED, _POINTED.format("he"))
    article = _shared(session.state).renditions[1].article
    said = {
        quote.text(session.state.articles[article].text): quote.speaker for quote in quotes_told(session.state, article)
    }
    speaker = said[_WORDS]
    assert speaker is not None
    assert speaker.name == "Ada Lindqvist"
    assert tell(speaker.reason) == "“Outlet 0” names who says this"


_IN = {
    "de": "Wir werden keinen einzigen Hektar des nördlichen Waldes an irgendjemanden verkaufen, weder jetzt noch dann",
    "en": _WORDS,
    "es": "No vamos a vender ni una sola hectárea del bosque del norte a nadie, ni este año ni el próximo",
    "fr": "Nous ne vendrons pas un seul hectare de la forêt du nord à qui que ce soit, ni cette année ni la prochaine",
    "it": "Non venderemo a nessuno un solo ettaro della foresta del nord, né quest'anno né il prossimo",
    "nl": "Wij zullen geen enkele hectare van het noordelijke bos aan wie dan ook verkopen, dit jaar en later niet",
    "pl": "Nie sprzedamy nikomu ani jednego hektara północnego lasu ani w tym roku, ani w następnym",
    "pt": "Não vamos vender um único hectare da floresta do norte a ninguém, nem este ano nem no próximo",
    "ru": "Мы не продадим никому ни одного гектара северного леса ни в этом году, ни в следующем",
    "sv": "Vi kommer inte att sälja en enda hektar av den norra skogen till någon, varken i år eller nästa år",
    "tr": "Kuzey ormanının tek bir hektarını bile kimseye satmayacağız, ne bu yıl ne de gelecek yıl",
}
_ADA = {
    "de": "Ada Lindqvist kam später dazu. „{}“, sagte Ada Lindqvist.",
    "en": "“{},” Minister Ada Lindqvist said.",
    "es": "Ada Lindqvist llegó tarde. «{}», dijo Ada Lindqvist.",
    "fr": "Ada Lindqvist est arrivée plus tard. « {} », a dit Ada Lindqvist.",
    "it": "Ada Lindqvist è arrivata più tardi. «{}», ha detto Ada Lindqvist.",
    "nl": "Ada Lindqvist kwam later. „{}”, zei Ada Lindqvist.",
    "pl": "Ada Lindqvist przyszła później. „{}”, powiedziała Ada Lindqvist.",
    "pt": "Ada Lindqvist chegou mais tarde. «{}», disse Ada Lindqvist.",
    "ru": "Ада Линдквист пришла позже. «{}», — сказала Ада Линдквист.",
    "sv": "Ada Lindqvist kom senare. ”{}”, sade Ada Lindqvist.",
    "tr": "Ada Lindqvist daha sonra geldi. “{}” dedi Ada Lindqvist.",
}
_TOLD_OF = {
    "de": "Ada Lindqvist kam später dazu.",
    "en": "Ada Lindqvist came late.",
    "es": "Ada Lindqvist llegó tarde.",
    "fr": "Ada Lindqvist est arrivée plus tard.",
    "it": "Ada Lindqvist è arrivata più tardi.",
    "nl": "Ada Lindqvist kwam later.",
    "pl": "Ada Lindqvist przyszła później.",
    "pt": "Ada Lindqvist chegou mais tarde.",
    "ru": "Ада Линдквист пришла позже.",
    "sv": "Ada Lindqvist kom senare.",
    "tr": "Ada Lindqvist daha sonra geldi.",
}
_PRINTED = [
    ("en", "“The forest is ours,” Karl Brandt said. “{}.”"),
    ("en", "“The forest is ours,” Karl Brandt said.\n\n“{}.”"),
    ("en", "“The forest is ours,” said Karl Brandt. “{}.”"),
    ("en", "“{},” said the head of the guild, Karl Brandt."),
    ("en", "The head of the guild, Karl Brandt, said: “{}.”"),
    ("en", "“{},” the guild's leader Karl Brandt said."),
    ("en", "“{},” the guild's leader Brandt said."),
    ("en", "Karl Brandt was blunt: “{}.”"),
    ("en", "Karl Brandt took the floor. “{}.”"),
    ("en", "“{},” according to Brandt."),
    ("en", "“{},” said the minister, 52-year-old engineer Karl Brandt."),
    ("en", "“The forest is ours,” Karl Brandt said. He paused. It was late. “{}.”"),
    ("en", "“The forest is ours,” Karl Brandt said. He added: “{}.”"),
    ("en", "“The forest is ours,” Karl Brandt said. “{},” he added."),
    ("en", "“The forest is ours,” Karl Brandt said.\n\n“It is old.”\n\n“{}.”"),
    ("en", "In a letter, Karl Brandt was blunt: “{}.”"),
    ("en", "Asked about it, Karl Brandt shrugged. “{}.”"),
    ("de", "„Der Wald gehört uns“, sagte Karl Brandt. „{}“, fügte er hinzu."),
    ("fr", "« La forêt est à nous », a dit Karl Brandt. « {} », a-t-il ajouté."),
    ("es", "«El bosque es nuestro», dijo Karl Brandt. «{}», añadió."),
    ("ru", "«Лес наш», — сказал Карл Брандт. «{}», — добавил он."),
    ("de", "Der Rat tagte gestern. „{}“, sagte der Chef der Gilde, Karl Brandt."),
    ("de", "Der Rat tagte gestern. „{}“, sagte der Chef der Gilde Karl Brandt."),
    ("es", "El consejo se reunió ayer. «{}», afirmó el presidente del gremio, Karl Brandt."),
    ("es", "El consejo se reunió ayer. «{}», afirmó el presidente del gremio Karl Brandt."),
    ("es", "«El bosque es nuestro», dijo Karl Brandt. «{}»."),
    ("fr", "Le conseil s’est réuni hier. « {} », a dit le chef de la guilde, Karl Brandt."),
    ("it", "Il consiglio si è riunito ieri. «{}», ha detto il capo della gilda, Karl Brandt."),
    ("nl", "De raad kwam gisteren bijeen. „{}”, zei het hoofd van het gilde, Karl Brandt."),
    ("pl", "Rada zebrała się wczoraj. „{}”, powiedział szef gildii, Karl Brandt."),
    ("pl", "Rada zebrała się wczoraj. „{}”, powiedział szef gildii Karl Brandt."),
    ("pt", "O conselho reuniu-se ontem. «{}», disse o chefe da guilda, Karl Brandt."),
    ("ru", "Совет собрался вчера. «{}», — сказал глава гильдии, Карл Брандт."),
    ("ru", "Совет собрался вчера. «{}», — сказал глава гильдии Карл Брандт."),
    ("sv", "Rådet möttes i går. ”{}”, sade chefen för gillet, Karl Brandt."),
]


def _article(text: str, *before: str) -> str:
    return "\n\n".join(("Council", *before, text, ""))


def _both(language: str, told: str, *before: str) -> Session:
    words = _IN[language]
    return _session(_article(_ADA[language].format(words)), _article(told.format(words), *before))


@pytest.mark.parametrize(("language", "told"), _PRINTED)
def test_a_name_printed_beside_the_words_is_never_overwritten(language: str, told: str) -> None:
    session = _both(language, told, _TOLD_OF[language])
    speaker = _speakers(session)[1]
    assert speaker is not None
    assert not {"Lindqvist", "Линдквист"}.intersection(speaker.split())


_UNTOLD = [
    ("de", "Karl Brandt sprach zuerst. „{}“, sagte er."),
    ("es", "Karl Brandt habló primero en la reunión. «{}», dijo."),
    ("fr", "Karl Brandt a parlé le premier. « {} », a-t-il dit."),
    ("it", "Karl Brandt ha parlato per primo. «{}», ha detto."),
    ("nl", "Karl Brandt sprak als eerste. „{}”, zei hij."),
    ("pl", "Karl Brandt mówił pierwszy. „{}”, powiedział."),
    ("ru", "Карл Брандт выступил первым. «{}», — сказал он."),
    ("sv", "Karl Brandt talade först. ”{}”, sade han."),
    ("tr", "Karl Brandt ilk konuştu. “{}” dedi."),
]


@pytest.mark.parametrize(("language", "told"), _UNTOLD)
def test_a_pronoun_or_a_verb_is_never_shown_as_a_name(language: str, told: str) -> None:
    session = _both(language, told)
    assert _speakers(session)[1] in (None, "Karl Brandt", "Карл Брандт")
    report = gather_report(session.state)
    (utterance,) = (one for one in report.utterances if one.shared)
    told_of = [said.finding for one in utterance.renditions for said in one.findings]
    assert all(one.severity is Severity.NEUTRAL for one in told_of if one.check == "speaker")


@pytest.mark.parametrize(("language", "told"), [one for one in _UNTOLD if one[0] != "tr"])
def test_who_is_pointed_at_in_other_languages_is_who_another_article_names(language: str, told: str) -> None:
    speakers = _speakers(_both(language, told, _TOLD_OF[language]))
    assert speakers[1] == speakers[0]


@pytest.mark.parametrize(
    ("named", "told", "speaker"),
    [
        (
            "“{},” Ada Lind said.",
            "The road to Lindau is closed, Adam Roe said. Karl Brandt spoke. “{},” he said.",
            "Karl Brandt",
        ),
        (
            "“{},” Mark Stone said.",
            "The Market in Stonebridge was empty. Karl Brandt spoke. “{},” he said.",
            "Karl Brandt",
        ),
        ("“{},” Ann Lee said.", "Anna Leeds came late. Karl Brandt spoke. “{},” said the minister.", "the minister"),
        ("“{},” Ann Lee said.", "Lee came late. Karl Brandt spoke. “{},” she said.", "Ann Lee"),
        (
            "“{},” Ada Lindqvist said.",
            "Olof Lindqvist, head of the guild, spoke first. Then Lindqvist sat. “{},” he said.",
            None,
        ),
        (
            "“{},” Karl Brandt said.",
            "Karl Brandt was late. Minister Anna Lind opened the meeting. “{},” she said.",
            "Anna Lind",
        ),
        (
            "“{},” the Northern Guild said in a statement.",
            "Northern Guild men came. Karl Brandt spoke. “{},” he said.",
            "Karl Brandt",
        ),
        (
            "“{},” the Minister of Forests said.",
            "The Minister of Forests came. Karl Brandt spoke. “{},” he said.",
            "Karl Brandt",
        ),
        (
            "“{},” Ada Lindqvist and Karl Brandt said.",
            "Ada Lindqvist came. Karl Brandt spoke. “{},” he said.",
            "Karl Brandt",
        ),
    ],
)
def test_only_one_person_known_to_the_article_by_name_is_taken(named: str, told: str, speaker: str | None) -> None:
    session = _session(_article(named.format(_WORDS)), _article(told.format(_WORDS)))
    assert _speakers(session)[1] == speaker


def test_who_a_pronoun_of_another_gender_points_at_is_somebody_else() -> None:
    told = "Karl Brandt was late. Minister Ada Lindqvist opened the meeting. “{},” she told reporters."
    session = _session(_article(f"“{_WORDS},” Karl Brandt said."), _article(told.format(_WORDS)))
    assert _speakers(session)[1] == "Ada Lindqvist"


def test_a_namesake_is_told_by_the_given_name() -> None:
    told = "Olof Lindqvist, head of the guild, met Ada Lindqvist. “{},” she said."
    session = _session(_article(f"“{_WORDS},” Ada Lindqvist said."), _article(told.format(_WORDS)))
    assert _speakers(session)[1] == "Ada Lindqvist"


def test_who_speaks_together_with_others_clashes_with_nobody() -> None:
    session = _session(
        _article(f"“{_WORDS},” Ada Lindqvist and Karl Brandt said."), _article(f"“{_WORDS},” Karl Brandt said.")
    )
    assert _told(session).get("speaker", Severity.NEUTRAL) is Severity.NEUTRAL


def test_what_says_the_words_again_names_who_speaks() -> None:
    again = f"Ada Lindqvist came late. “{_WORDS},” he said.\n\nKarl Brandt spoke at noon. “{_WORDS},” Karl Brandt said."
    session = _session(_article(f"“{_WORDS},” Ada Lindqvist said."), _article(again))
    assert _speakers(session) == ["Ada Lindqvist", "Karl Brandt"]


def test_where_the_last_paragraph_says_according_to_whom_it_is_theirs() -> None:
    session = _session(
        _article(f"“{_WORDS},” Ada Lindqvist said."),
        f"Council\n\nAda Lindqvist came late.\n\n“{_WORDS},” according to Brandt.",
    )
    assert _speakers(session)[1] == "Brandt"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_two_who_are_named_meet_whatever_article_comes_first(order: tuple[int, ...]) -> None:
    texts = [_NAMED, _POINTED.format("Karl Brandt"), _POINTED.format("she")]
    assert _told(_session(*(texts[index] for index in order)))["speaker"] is Severity.MAJOR


def test_a_name_in_the_sentence_before_is_told_to_no_other_article() -> None:
    session = _session(
        _article(f"Karl Brandt took the floor. “{_WORDS}.”"),
        _article(f"Karl Brandt came late. Olof Roe spoke. “{_WORDS},” he said."),
    )
    assert _speakers(session) == ["Karl Brandt", "Olof Roe"]


@pytest.mark.parametrize(
    "told",
    [
        "The head of the guild, Karl Brandt, was blunt. “{}.”",
        "Later, Karl Brandt took the floor. “{}.”",
        "“{}.”\n\nAccording to Brandt.",
    ],
)
def test_whose_name_is_near_a_quote_that_nobody_is_read_of_hinders_to_take_another(told: str) -> None:
    assert _speakers(_both("en", told, _TOLD_OF["en"]))[1] in (None, "Karl Brandt", "Brandt")


@pytest.mark.parametrize(
    "told",
    [
        "The forest is old. “{}.”",
    ],
)
def test_a_name_that_is_no_speakers_hinders_nothing(told: str) -> None:
    assert _speakers(_both("en", told, _TOLD_OF["en"]))[1] == "Ada Lindqvist"
