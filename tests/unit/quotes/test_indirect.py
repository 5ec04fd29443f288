"""Indirect quotes: content, cue and speaker of what is reported without marks."""

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.language.language import language_of
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.quotes.indirect.find import find_indirect
from crossquote.quotes.page import read_page
from crossquote.quotes.scene import hide
from crossquote.quotes.speakers.subject import choose_subject
from hang import no_hang

# language, text, content (| between spans), cue, speaker
ENGLISH = [
    ("The mayor said that the bridge would open in May.", "that the bridge would open in May", "said", "The mayor"),
    ("The mayor said on Monday that it was safe.", "that it was safe", "said", "The mayor"),
    ("She told reporters the talks had failed.", "the talks had failed", "told", "She"),
    ("Prices will fall, the bank said.", "Prices will fall", "said", "the bank"),
    ("Prices will fall, said Ann Lee, an analyst.", "Prices will fall", "said", "Ann Lee"),
    ("Prices, she said, will fall.", "Prices|will fall", "said", "she"),
    ("According to the army, two soldiers died.", "two soldiers died", "According to", "the army"),
    ("Two soldiers died, according to the army.", "Two soldiers died", "according to", "the army"),
    ("Lee urged the council to close the road.", "the council to close the road", "urged", "Lee"),
    ("Lee promised to resign.", "to resign", "promised", "Lee"),
    ("Police denied the charges.", "the charges", "denied", "Police"),
    ("Reporters asked whether he would run.", "whether he would run", "asked", "Reporters"),
    ("He did not say when the port would open.", "when the port would open", "say", "He"),
    ("They rejected the claim that the vote was rigged.", "that the vote was rigged", "claim", "They"),
    ("Kim, the chief engineer, said the dam was safe.", "the dam was safe", "said", "Kim"),
]

GERMAN = [
    ("Der Minister sagte, dass die Brücke offen sei.", "dass die Brücke offen sei", "sagte", "Der Minister"),
    ("Am Montag sagte der Minister, er werde kommen.", "er werde kommen", "sagte", "der Minister"),
    ("Die Polizei teilte mit, es habe gebrannt.", "es habe gebrannt", "teilte", "Die Polizei"),
    ("Sie forderte den Rat auf, die Straße zu sperren.", "die Straße zu sperren", "forderte", "Sie"),
    ("Laut Polizei starb ein Mann.", "starb ein Mann", "Laut", "Polizei"),
    ("Nach Angaben der Polizei starb ein Mann.", "starb ein Mann", "Nach", "der Polizei"),
    ("Das Tor war offen, sagte ein Sprecher.", "Das Tor war offen", "sagte", "ein Sprecher"),
    ("Das Tor war offen, so der Sprecher.", "Das Tor war offen", "so", "der Sprecher"),
    ("Wie die Zeitung berichtet, starb ein Mann.", "starb ein Mann", "berichtet", "die Zeitung"),
    ("Er fragte, ob das Tor offen sei.", "ob das Tor offen sei", "fragte", "Er"),
    ("Sie wandte sich gegen die Behauptung, das Tor sei offen.", "das Tor sei offen", "Behauptung", "die Behauptung"),
]

SLAVIC = [
    ("ru", "Министр заявил, что мост откроют в мае.", "что мост откроют в мае", "заявил", "Министр"),
    ("ru", "По словам врача, больной жив.", "больной жив", "По словам", "врача"),
    ("ru", "Мост закрыт, сообщила полиция.", "Мост закрыт", "сообщила", "полиция"),
    ("ru", "Как сообщила полиция, мост закрыт.", "мост закрыт", "сообщила", "полиция"),
    ("ru", "Она спросила, придёт ли он.", "придёт ли он", "спросила", "Она"),
    ("ru", "Он попросил жителей покинуть город.", "жителей покинуть город", "попросил", "Он"),
    ("ru", "Отец сказал: иди домой.", "иди домой", "сказал", "Отец"),
    ("uk", "Міністр заявив, що міст відкриють у травні.", "що міст відкриють у травні", "заявив", "Міністр"),
    ("uk", "За словами лікаря, хворий живий.", "хворий живий", "За словами", "лікаря"),
    ("uk", "Міст закрито, повідомила поліція.", "Міст закрито", "повідомила", "поліція"),
    ("uk", "Поліція закликала мешканців покинути місто.", "мешканців покинути місто", "закликала", "Поліція"),
    ("cs", "Ministr řekl, že most otevřou v květnu.", "že most otevřou v květnu", "řekl", "Ministr"),
    ("cs", "Podle mluvčího je most zavřený.", "je most zavřený", "Podle", "mluvčího"),
    ("cs", "Most je zavřený, uvedla policie.", "Most je zavřený", "uvedla", "policie"),
    ("pl", "Minister powiedział, że most jest zamknięty.", "że most jest zamknięty", "powiedział", "Minister"),
    ("pl", "Most jest zamknięty, poinformowała policja.", "Most jest zamknięty", "poinformowała", "policja"),
    ("pl", "Zdaniem lekarza, chory żyje.", "chory żyje", "Zdaniem", "lekarza"),
]

OTHERS = [
    ("es", "El ministro dijo que el puente abrirá en mayo.", "que el puente abrirá en mayo", "dijo", "El ministro"),
    ("es", "El puente está cerrado, dijo la policía.", "El puente está cerrado", "dijo", "la policía"),
    ("es", "Según la policía, el puente está cerrado.", "el puente está cerrado", "Según", "la policía"),
    ("es", "Ayer afirmó el ministro que renunciará.", "que renunciará", "afirmó", "el ministro"),
    ("fr", "Le ministre a déclaré que le pont ouvrira.", "que le pont ouvrira", "déclaré", "Le ministre"),
    ("fr", "Le ministre a dit qu'il viendra.", "qu'il viendra", "dit", "Le ministre"),
    ("fr", "Selon la police, le pont est fermé.", "le pont est fermé", "Selon", "la police"),
    ("fr", "Le pont est fermé, a indiqué la police.", "Le pont est fermé", "indiqué", "la police"),
    ("it", "Il ministro ha detto che il ponte aprirà.", "che il ponte aprirà", "detto", "Il ministro"),
    ("it", "Il ponte è chiuso, ha spiegato il sindaco.", "Il ponte è chiuso", "spiegato", "il sindaco"),
    ("it", "Secondo la polizia, il ponte è chiuso.", "il ponte è chiuso", "Secondo", "la polizia"),
    ("pt", "O ministro disse que a ponte abrirá.", "que a ponte abrirá", "disse", "O ministro"),
    ("pt", "A ponte está fechada, informou a polícia.", "A ponte está fechada", "informou", "a polícia"),
    ("pt", "Segundo a polícia, a ponte está fechada.", "a ponte está fechada", "Segundo", "a polícia"),
    ("nl", "De minister zei dat de brug dicht is.", "dat de brug dicht is", "zei", "De minister"),
    ("nl", "De brug is dicht, zegt de politie.", "De brug is dicht", "zegt", "de politie"),
    ("nl", "Volgens de politie, is de brug dicht.", "is de brug dicht", "Volgens", "de politie"),
    ("nl", "De brug is dicht, aldus de politie.", "De brug is dicht", "aldus", "de politie"),
    ("ar", "قال الوزير إن الجسر مغلق.", "إن الجسر مغلق", "قال", "الوزير"),
    ("ar", "وأكدت الشرطة أن الجسر مغلق.", "أن الجسر مغلق", "وأكدت", "الشرطة"),
    ("tr", "Bakan, köprünün açılacağını söyledi.", "köprünün açılacağını", "söyledi", "Bakan"),
    ("tr", "Polise göre, köprü kapalı.", "köprü kapalı", "göre", "Polise"),
    ("zh", "警方表示，大桥已经关闭。", "大桥已经关闭", "表示", "警方"),
    ("zh", "据新华社报道，大桥已经关闭。", "大桥已经关闭", "据", "新华社"),
    ("ja", "市長は橋を閉じると述べた。", "橋を閉じる", "と述べた", "市長"),
    ("ja", "警察によると、橋は閉鎖された。", "橋は閉鎖された", "によると", "警察"),
]


def _quotes(article: Article, language: str) -> tuple[Quote, ...]:
    page = read_page(article, language_of(language))
    return find_indirect(page, (), partial(choose_subject, hide(page, ())))


def _found(language: str, text: str) -> list[tuple[str, str, str | None]]:
    article = Article("a", text, title="t", outlet="o", detection=Detection(language, 1.0))
    quotes = _quotes(article, language)
    assert all(quote.kind is QuoteKind.INDIRECT for quote in quotes)
    return [
        (
            "|".join(span.of(text) for span in quote.spans),
            quote.cue.span.of(text) if quote.cue else "",
            quote.speaker.name if quote.speaker else None,
        )
        for quote in quotes
    ]


@pytest.mark.parametrize(("text", "content", "cue", "speaker"), ENGLISH)
def test_reported_speech_in_english(text: str, content: str, cue: str, speaker: str | None) -> None:
    assert _found("en", text) == [(content, cue, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "She believes that the bridge is safe.",
        "Voters in several states will choose on Sunday.",
        "The report was long and its claims were many.",
        "He thinks of home.",
    ],
)
def test_thoughts_and_nouns_are_left_alone_in_english(text: str) -> None:
    assert _found("en", text) == []


@pytest.mark.parametrize(("text", "content", "cue", "speaker"), GERMAN)
def test_reported_speech_in_german(text: str, content: str, cue: str, speaker: str | None) -> None:
    assert _found("de", text) == [(content, cue, speaker)]


@pytest.mark.parametrize(("language", "text", "content", "cue", "speaker"), SLAVIC)
def test_reported_speech_in_slavic_languages(
    language: str, text: str, content: str, cue: str, speaker: str | None
) -> None:
    assert _found(language, text) == [(content, cue, speaker)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Он думает, что мост закрыт."),
        ("uk", "Він вважає, що міст закрито."),
        ("cs", "Podle zákona je most majetkem státu."),
        ("cs", "Myslí si, že most je zavřený."),
        ("pl", "Według planu most będzie gotowy."),
    ],
)
def test_thoughts_and_rules_are_left_alone_in_slavic_languages(language: str, text: str) -> None:
    assert _found(language, text) == []


@pytest.mark.parametrize(("language", "text", "content", "cue", "speaker"), OTHERS)
def test_reported_speech_in_other_languages(
    language: str, text: str, content: str, cue: str, speaker: str | None
) -> None:
    assert _found(language, text) == [(content, cue, speaker)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Cree que el puente está cerrado."),
        ("es", "Según la ley, el puente es público."),
        ("fr", "Il pense que le pont est fermé."),
        ("fr", "Selon la loi, le pont est public."),
        ("it", "Crede che il ponte sia chiuso."),
        ("pt", "Ele acha que a ponte está fechada."),
        ("nl", "Hij denkt dat de brug dicht is."),
        ("ar", "يعتقد أن الجسر مغلق."),
        ("tr", "Buna göre köprü kapalı."),
        ("zh", "这本小说很有名。"),
    ],
)
def test_thoughts_and_rules_are_left_alone_in_other_languages(language: str, text: str) -> None:
    assert _found(language, text) == []


def test_two_reports_in_one_sentence() -> None:
    text = "Lee said the road was closed and warned that the bridge might fall."
    assert [content for content, _, _ in _found("en", text)] == ["the road was closed", "that the bridge might fall"]


def test_an_empty_text_and_an_unknown_language_have_none() -> None:
    assert _found("en", "") == []
    assert _found("xx", "The mayor said that it was safe.") == []


@pytest.mark.parametrize(
    ("language", "text", "content", "speaker"),
    [
        (
            "en",
            "The bridge is closed. This was reported on Monday by the city police.",
            "The bridge is closed",
            "the city police",
        ),
        ("uk", "Міст закрито до травня. Про це повідомила поліція.", "Міст закрито до травня", "поліція"),
        ("ru", "Мост закрыт до мая. Об этом сообщила полиция.", "Мост закрыт до мая", "полиция"),
        ("de", "Die Brücke ist gesperrt. Dies teilte die Polizei mit.", "Die Brücke ist gesperrt", "die Polizei"),
    ],
)
def test_a_sentence_that_attributes_the_one_before_it(language: str, text: str, content: str, speaker: str) -> None:
    ((found, _, who),) = _found(language, text)
    assert (found, who) == (content, speaker)


def test_a_report_goes_on_in_the_subjunctive() -> None:
    text = "Der Minister sagte, er werde kommen. Die Brücke sei sicher. Es regnete."
    assert [(content, who) for content, _, who in _found("de", text)] == [
        ("er werde kommen", "Der Minister"),
        ("Die Brücke sei sicher", "Der Minister"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "Berg: The bridge will open in May\n\nAnna Berg is the mayor.", "The bridge will open in May"),
        ("uk", "Міст відкриють у травні — Берег\n\nМерка Ганна Берег виступила сьогодні.", "Міст відкриють у травні"),
    ],
)
def test_a_headline_reports(language: str, text: str, content: str) -> None:
    assert _found(language, text)[0][0] == content


def test_a_headline_with_a_label_reports_nothing() -> None:
    assert _found("en", "Analysis: The bridge will open in May\n\nThe mayor spoke on Monday.") == []


def test_a_main_clause_after_a_reporting_one_is_not_content() -> None:
    text = "As Lee also said that the bridge was closed, officials denied the claims."
    assert [content for content, _, _ in _found("en", text)] == ["that the bridge was closed", "the claims"]


def test_a_closing_mark_stays_with_its_opening_one() -> None:
    text = 'Lee said that the bridge was "in a very bad state".'
    assert [content for content, _, _ in _found("en", text)] == ['that the bridge was "in a very bad state"']


_PIECES = st.sampled_from(
    [
        "Lee",
        "said",
        "that",
        ",",
        ".",
        "\n",
        '"',
        "“",
        "”",
        "the road",
        "was closed",
        "sagte",
        "er",
        "habe",
        "dass",
        ":",
        "—",
        "laut",
        "according to",
        "заявил",
        "что",
        "по словам",
        "说",
        "，",
        "と述べた",
        "söyledi",
        "قال",
        "إن",
    ]
)


@given(
    st.lists(_PIECES, max_size=30), st.sampled_from(["en", "de", "ru", "uk", "cs", "fr", "tr", "ar", "zh", "ja", "xx"])
)
@settings(max_examples=80, deadline=None)
def test_spans_lie_in_the_text_and_in_order(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    article = Article("a", text, title="t", outlet="o", detection=Detection(language, 1.0))
    for quote in _quotes(article, language):
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)
        assert list(quote.spans) == sorted(quote.spans)
        assert not any(a.overlaps(b) for a, b in pairwise(quote.spans))


@pytest.mark.parametrize(("language", "unit"), [("en", "he said and "), ("de", "sagte, er "), ("ru", "сказал, что ")])
def test_many_cues_in_a_sentence_take_little_time(language: str, unit: str) -> None:
    text = ". A ".join([unit * 150] * 20)
    article = Article("a", text, title="t", outlet="o", detection=Detection(language, 1.0))
    with no_hang():
        _quotes(article, language)
